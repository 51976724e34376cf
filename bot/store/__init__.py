"""What is kept, on SQLite or PostgreSQL? The only folder that knows SQLAlchemy."""

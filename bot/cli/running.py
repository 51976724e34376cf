"""How is the bot run?"""

from bot.cli.options import ConfigFile
from bot.cli.trouble import Stop


def run(config: ConfigFile = None) -> None:
    """Answer buyers in Telegram until stopped (Ctrl-C or SIGTERM)."""
    from bot import logs
    from bot.app import build, configure
    from bot.cli.moments import now_or
    from bot.messenger.serving import WrongToken
    from bot.serve import serve

    settings = configure(config)
    token = settings.settings.telegram.token
    if token is None:
        raise Stop("There is no bot token. Get one from @BotFather and set SIGNPOST_TELEGRAM__TOKEN.")
    logs.set_up(settings.settings.logging.format, settings.settings.logging.level)
    try:
        serve(build(settings, now_or(None)), token.get_secret_value())
    except WrongToken as wrong:
        raise Stop(str(wrong)) from None

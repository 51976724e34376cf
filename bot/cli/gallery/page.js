// Filters, kept behind the # of the address so that a reload (and a link to a colleague) shows the same.
const pick = (id) => document.getElementById(id);
const fields = ["text", "question", "case", "language", "failing"].map(pick);
const articles = [...document.querySelectorAll("article")];
const words = new Map(articles.map((article) => [article, article.textContent.toLowerCase()]));

function filter() {
  const [text, question, name, language, failing] = fields.map((field) => field.type === "checkbox" ? field.checked : field.value);
  let shown = 0;
  for (const article of articles) {
    const fits = (!text || words.get(article).includes(text.toLowerCase()))
      && (!question || article.parentElement.dataset.question === question)
      && (!name || article.dataset.cases.split(" ").includes(name))
      && (!failing || article.classList.contains("failing"));
    article.hidden = !fits;
    shown += fits;
  }
  for (const section of document.querySelectorAll("section")) section.hidden = !section.querySelector("article:not([hidden])");
  for (const chat of document.querySelectorAll(".chat")) chat.hidden = Boolean(language) && chat.lang !== language;
  document.body.classList.toggle("one", Boolean(language));
  pick("nothing").hidden = shown > 0;
  pick("count").value = `${shown} / ${articles.length}`;
}

function remember() {
  const chosen = fields.map((field) => [field.id, field.type === "checkbox" ? (field.checked ? "1" : "") : field.value]);
  history.replaceState(null, "", `#?${new URLSearchParams(chosen.filter(([, value]) => value))}`);
}

function recall() {
  if (!location.hash.startsWith("#?")) return;
  const kept = new URLSearchParams(location.hash.slice(2));
  for (const field of fields) {
    if (field.type === "checkbox") field.checked = kept.get(field.id) === "1";
    else field.value = kept.get(field.id) ?? "";
  }
}

// A button jumps to its question, which a filter may be hiding.
function jump(event) {
  const target = event.target.closest(".buttons a[href]");
  if (!target) return;
  event.preventDefault();
  for (const field of fields) if (field.type === "checkbox") field.checked = false; else if (field.id !== "language") field.value = "";
  filter();
  pick(target.getAttribute("href").slice(1))?.scrollIntoView();
}

if (pick("text")) {
  recall();
  filter();
  for (const field of fields) field.addEventListener("input", () => { filter(); remember(); });
  document.addEventListener("click", jump);
}

// Served by `signpost preview --serve`, the page asks whether it is still the newest; as a file it asks nobody.
const version = document.body.dataset.version;
if (version) {
  const place = sessionStorage.getItem("place");
  if (place) window.scrollTo(0, Number(place));
  setInterval(async () => {
    const newest = await fetch("/version").then((answer) => answer.text()).catch(() => version);
    if (newest === version) return;
    sessionStorage.setItem("place", String(window.scrollY));
    location.reload();
  }, 700);
}

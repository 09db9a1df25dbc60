/** Style and script of the site, without resources from other hosts. */

export const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#d8dee4, #30363d); --soft: light-dark(#f6f8fa, #161b22); --link: light-dark(#0b5cad, #79b8ff); }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.6 system-ui, sans-serif; background: light-dark(#fff, #0d1117); color: light-dark(#1f2328, #e6edf3); display: grid; grid-template-columns: 18rem minmax(0, 1fr); min-height: 100vh; }
nav { border-right: 1px solid var(--line); padding: 1rem; position: sticky; top: 0; height: 100vh; overflow: auto; }
nav ul { list-style: none; margin: .5rem 0; padding: 0; }
nav li { padding: .1rem 0; overflow-wrap: anywhere; }
nav p { margin: 1rem 0 .25rem; font-weight: 600; }
nav summary { display: none; cursor: pointer; }
nav .below-1 { padding-left: 1rem; } nav .below-2 { padding-left: 2rem; } nav .below-3 { padding-left: 3rem; }
nav [aria-current] { font-weight: 600; color: inherit; }
main { padding: 1.5rem 2.5rem 4rem; max-width: 70rem; min-width: 0; overflow-wrap: anywhere; }
a { color: var(--link); text-decoration: none; } a:hover { text-decoration: underline; }
input { width: 100%; padding: .45rem .6rem; font: inherit; border: 1px solid var(--line); border-radius: 6px; background: var(--soft); color: inherit; }
div.code { position: relative; }
pre { line-height: 1.45; background: var(--soft); border: 1px solid var(--line); border-radius: 6px; padding: .9rem; overflow: auto; }
code { font: .875em/1.5 ui-monospace, monospace; }
:not(pre) > code { background: var(--soft); border-radius: 4px; padding: .1em .3em; }
code .comment { color: light-dark(#59636e, #9198a1); } code .string { color: light-dark(#0a3069, #a5d6ff); } code .keyword { color: light-dark(#cf222e, #ff7b72); } code .number { color: light-dark(#0550ae, #79c0ff); }
blockquote { margin: 1rem 0; padding: 0 1rem; border-left: 4px solid var(--line); } blockquote h2 { font-size: 1rem; margin: 0; border: 0; padding: 0; } blockquote p { margin: .25rem 0; }
h1, h2, h3, h4 { scroll-margin-top: 1rem; }
.edit { margin-top: 3rem; font-size: 0.875rem; }
a.anchor { opacity: 0; } :is(h2, h3, h4):hover a.anchor, a.anchor:focus-visible { opacity: 1; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
button.copy { position: absolute; top: .4rem; right: .4rem; font: inherit; font-size: .75rem; padding: .15rem .6rem; border: 1px solid var(--line); border-radius: 5px; background: light-dark(#fff, #21262d); color: inherit; cursor: pointer; }
table { border-collapse: collapse; display: block; overflow-x: auto; margin: 1rem 0; overflow-wrap: normal; }
th, td { border: 1px solid var(--line); padding: .35rem .7rem; text-align: left; vertical-align: top; }
td:last-child:nth-child(n + 4) { min-width: 16rem; }
h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line); padding-bottom: .3rem; }
.languages { position: sticky; top: 0; margin: -1.5rem 0 0; padding: .8rem 0 .6rem; display: flex; gap: .5rem; background: light-dark(#fff, #0d1117); border-bottom: 1px solid var(--line); z-index: 1; }
.languages a { padding: .2rem .8rem; border: 1px solid var(--line); border-radius: 6px; } .languages a[aria-current] { background: var(--soft); color: inherit; font-weight: 600; }
.languages ~ section :is(h1, h2, h3, h4) { scroll-margin-top: 4.5rem; } .languages ~ section { scroll-margin-top: 4.5rem; }
.language { margin: 1.5rem 0 0; font-weight: 600; color: light-dark(#59636e, #9198a1); } .chosen .language { display: none; }
@media (max-width: 50rem) { body { display: block; } nav { position: static; height: auto; border-right: 0; border-bottom: 1px solid var(--line); } nav summary { display: list-item; margin-top: .75rem; } main { padding: 1rem 1rem 3rem; } pre { padding-top: 2.4rem; } }
`;

export const SCRIPT = `
for (const block of document.querySelectorAll('pre')) {
  const button = document.createElement('button');
  button.className = 'copy';
  button.type = 'button';
  button.textContent = 'Copy';
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(block.querySelector('code').textContent.trimEnd());
    button.textContent = 'Copied';
    setTimeout(() => (button.textContent = 'Copy'), 1500);
  });
  // The button does not scroll with the code.
  const frame = document.createElement('div');
  frame.className = 'code';
  block.replaceWith(frame);
  frame.append(block, button);
  block.tabIndex = 0;
}

const languages = [...document.querySelectorAll('.languages a')];
const idOf = (link) => decodeURIComponent(link.hash.slice(1));
const partOf = (link) => document.getElementById(idOf(link));
const memory = {
  get: () => { try { return localStorage.getItem('language'); } catch { return null; } },
  set: (value) => { try { localStorage.setItem('language', value); } catch { /* a reader may forbid it */ } },
};
function choose(chosen) {
  for (const link of languages) {
    partOf(link).hidden = link !== chosen;
    if (link === chosen) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}
const targetOf = () => document.getElementById(decodeURIComponent(location.hash.slice(1)));
/** The language in the URL's anchor, otherwise the last one that the reader selected. */
function follow() {
  const target = targetOf();
  const named = target && languages.find((link) => partOf(link).contains(target));
  if (named) memory.set(idOf(named));
  choose(named ?? languages.find((link) => idOf(link) === memory.get()) ?? languages[0]);
  if (named) target.scrollIntoView();
}
if (languages.length > 0) {
  document.querySelector('main').classList.add('chosen');
  for (const link of languages) {
    link.addEventListener('click', (event) => {
      // Switches to the same method in the other language, if it exists.
      const own = targetOf()?.id.replace(/^[^:]*:/, '');
      const part = partOf(link);
      const same = own && [...part.querySelectorAll('[id]')].find((one) => one.id.replace(/^[^:]*:/, '') === own);
      event.preventDefault();
      memory.set(idOf(link));
      history.pushState(null, '', '#' + (same ? same.id : part.id));
      follow();
    });
  }
  addEventListener('hashchange', follow);
  addEventListener('popstate', follow);
  follow();
}

for (const heading of document.querySelectorAll('main :is(h2, h3, h4)[id]')) {
  const link = document.createElement('a');
  link.className = 'anchor';
  link.href = '#' + heading.id;
  link.textContent = '#';
  link.setAttribute('aria-label', 'Link to ' + heading.textContent);
  heading.append(' ', link);
}

const root = document.documentElement.dataset.root;
const input = document.querySelector('#search');
const results = document.querySelector('#results');
const pages = document.querySelector('#pages');
// On a small screen the list would precede every page.
if (matchMedia('(max-width: 50rem)').matches) pages.open = false;
let search;

async function load() {
  const entries = await (await fetch(root + 'assets/search.json')).json();
  search = new MiniSearch({ fields: ['title', 'page', 'text'], storeFields: ['title', 'page', 'url', 'language'], searchOptions: { boost: { title: 4, page: 2 }, prefix: true, fuzzy: 0.15, combineWith: 'AND' } });
  search.addAll(entries);
}

input.addEventListener('input', async () => {
  if (!search) await load();
  const found = search.search(input.value).slice(0, 30);
  results.replaceChildren(...found.map((result) => {
    const link = document.createElement('a');
    link.href = root + result.url.slice(1);
    link.textContent = (result.title === result.page ? result.title : result.page + ' › ' + result.title) + (result.language ? ' · ' + result.language : '');
    const item = document.createElement('li');
    item.append(link);
    return item;
  }));
  if (found.length === 0 && input.value !== '') results.textContent = 'Nothing found';
  pages.hidden = input.value !== '';
});
`;

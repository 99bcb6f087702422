// What Turbo does, without Turbo: a click fetches the page, the body is swapped, and the old body is kept as a clone
// (with everything that elements have rendered into it) to be shown at once when somebody comes back.
const kept = new Map();
const show = (path, title, body) => {
  kept.set(location.pathname, document.body.cloneNode(true));
  history.pushState({}, '', path);
  document.title = title;
  document.body.replaceWith(body);
};
document.addEventListener('click', async (event) => {
  const link = event.target.closest?.('nav a');
  if (!link) return;
  event.preventDefault();
  const page = new DOMParser().parseFromString(await (await fetch(link.href)).text(), 'text/html');
  show(link.pathname, page.title, kept.get(link.pathname)?.cloneNode(true) ?? document.adoptNode(page.body));
});

// As the "delay JavaScript" option of the usual plugins does it: a new script element, long after the page has loaded.
addEventListener('pointerdown', () => {
  const held = document.querySelector('#held').content.querySelector('script');
  const script = document.createElement('script');
  for (const { name, value } of held.attributes) script.setAttribute(name, value);
  script.src = `${held.src}?ver=6.8.1`;
  document.head.append(script);
}, { once: true });

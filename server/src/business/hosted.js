/* Who comes by a link of a mail meets first what it is about: the account, an invoice, a document. Others meet the free times. */
const main = document.querySelector('main');
const account = document.querySelector('.account');

function order() {
  if (/^#portal\/(invitation|reset|sign-in|confirm-email)\//.test(location.hash) && main.firstElementChild !== account) main.prepend(account);
  const [, name] = /^#portal\/(invoices|documents)\//.exec(location.hash) ?? [];
  const section = name && document.querySelector(`.${name}`);
  if (!section) return;
  section.classList.add('wanted');
  if (main.firstElementChild !== section) main.prepend(section);
}

addEventListener('hashchange', order);
order();

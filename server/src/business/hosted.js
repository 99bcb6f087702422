/* Who comes by a link of a mail meets first what it is about: the account, an invoice. Others meet the free times. */
const main = document.querySelector('main');
const account = document.querySelector('.account');
const invoices = document.querySelector('.invoices');

function order() {
  if (/^#portal\/(invitation|reset|sign-in|confirm-email)\//.test(location.hash) && main.firstElementChild !== account) main.prepend(account);
  if (location.hash.startsWith('#portal/invoices/')) {
    invoices.classList.add('wanted');
    if (main.firstElementChild !== invoices) main.prepend(invoices);
  }
}

addEventListener('hashchange', order);
order();

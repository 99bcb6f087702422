/* Who comes by a link of a mail (a password to set, an address to confirm) meets the account first, others the free times. */
const main = document.querySelector('main');
const account = document.querySelector('.account');

function order() {
  if (/^#portal\/(invitation|reset|sign-in|confirm-email)\//.test(location.hash) && main.firstElementChild !== account) main.prepend(account);
}

addEventListener('hashchange', order);
order();

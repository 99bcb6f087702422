const tags = [...document.querySelectorAll('portal-bookings, portal-login')];
const on = (id, act) => document.querySelector(id).addEventListener('click', act);
on('#move', () => document.querySelector('#second').append(...tags));
on('#out', () => tags.forEach((tag) => tag.remove()));
on('#back', () => document.querySelector('#first').append(...tags));

const view = document.querySelector('#view');
const first = [...view.childNodes];
const other = document.querySelector('#other').content;
let isFirst = true;
document.querySelector('#swap').addEventListener('click', () => {
  const swap = () => {
    view.replaceChildren(...(isFirst ? other.cloneNode(true).childNodes : first));
    isFirst = !isFirst;
  };
  if (document.startViewTransition) document.startViewTransition(swap);
  else swap();
});

document.querySelector('#add').addEventListener('click', () => {
  document.querySelector('#place').append(document.querySelector('#late').content.cloneNode(true));
});

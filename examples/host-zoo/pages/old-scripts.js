/* oxlint-disable no-extend-native -- the point of this page */
// What old libraries still do to a page: built-ins grow enumerable members, and names that others count on are taken.
Object.extend = (one, other) => { for (const key in other) one[key] = other[key]; return one; };
Array.prototype.each = Array.prototype.forEach;
Array.prototype.without = function without(...values) { return this.filter((one) => !values.includes(one)); };
String.prototype.strip = String.prototype.trim;
Element.prototype.hide = function hide() { this.style.display = 'none'; };
window.$ = (id) => document.getElementById(id);
window.module = { exports: {} };
window.define = undefined;

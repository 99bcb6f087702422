/** The version of the elements, as in package.json. */
export const version = '0.1.0';

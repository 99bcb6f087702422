import { browserTests } from '../tools/wtr-config.mjs';

export default browserTests('browser-elements');

import { pageHeight, pageWidth } from '../../effects/pdf/paper.ts';

/** Good stationery: one family, four sizes, one accent, hairlines. Points. */
export const margin = 56;
export const contentWidth = pageWidth - 2 * margin;
export const bottom = pageHeight - 84;
export const size = { small: 8.5, body: 9.5, lead: 12, title: 25 } as const;
export const ink = { text: '#1c2326', muted: '#5b666b', line: '#d5dadc' } as const;

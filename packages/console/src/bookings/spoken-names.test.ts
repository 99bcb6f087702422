import { initialsOf, shortName } from './spoken-names.ts';

function same(actual: unknown, expected: unknown): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) throw new Error(`expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
}

describe('names where there is little room', () => {
  it('keeps a person recognizable', () => same(['Thandi Mokoena', 'Pieter van Wyk', 'Riverside Rowing Club', ' Zanele '].map(shortName), ['Thandi M.', 'Pieter W.', 'Riverside C.', 'Zanele']));
  it('falls back on initials', () => same(['Thandi Mokoena', 'Pieter van Wyk', 'zanele', '李小龍', 'Ö Ä'].map(initialsOf), ['TM', 'PW', 'ZA', '李小', 'ÖÄ']));
});

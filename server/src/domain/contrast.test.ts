import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, hexColour, inkOn } from './contrast.ts';

describe('contrast', () => {
  it('reads hex colours and nothing else', () => {
    expect([hexColour('#2F5bea'), hexColour('#abc')]).toEqual(['#2f5bea', '#aabbcc']);
    const others = ['red', '#12345', '#12345g', '#123456;', ' #123456', '', undefined];
    expect(others.filter((text) => hexColour(text))).toEqual([]);
  });

  it('agrees with WCAG', () => {
    expect(contrast('#000000', '#ffffff')).toBe(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  it('finds readable ink for every background', () => {
    const byte = fc.nat(255).map((value) => value.toString(16).padStart(2, '0'));
    fc.assert(fc.property(byte, byte, byte, (red, green, blue) => {
      const background = `#${red}${green}${blue}`;
      expect(contrast(background, inkOn(background))).toBeGreaterThanOrEqual(4.5);
    }), { numRuns: 1000 });
  });
});

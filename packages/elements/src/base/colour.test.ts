import { equal, ok } from '../test-support/mount.ts';
import { contrast, isDark, parseColour, readable, textOn } from './colour.ts';
import type { Rgba } from './colour.ts';

const white: Rgba = [255, 255, 255, 1];
const night: Rgba = [17, 17, 17, 1];
const ink: Rgba = [238, 238, 238, 1];

describe('colours', () => {
  it('are understood as the browser computes them, and as people write them', () => {
    equal(parseColour('rgb(1, 2, 3)'), [1, 2, 3, 1]);
    equal(parseColour('rgba(1, 2, 3, 0.5)'), [1, 2, 3, 0.5]);
    equal(parseColour('rgb(1 2 3 / 0.5)'), [1, 2, 3, 0.5]);
    equal(parseColour('#ff0000'), [255, 0, 0, 1]);
    equal(parseColour('oklch(1 0 0)'), [255, 255, 255, 1]);
    equal(parseColour('transparent')?.[3], 0);
    equal(parseColour('nonsense'), undefined);
    equal(parseColour(''), undefined);
  });

  it('are compared as WCAG does', () => {
    equal(Math.round(contrast(white, [0, 0, 0, 1]) * 100) / 100, 21);
    equal(Math.round(contrast([118, 118, 118, 1], white) * 100) / 100, 4.54);
    ok(isDark(night) && !isDark(white), 'dark and light are mixed up');
  });

  it('get text that can be read on them', () => {
    for (const [background, text] of [[[47, 91, 234, 1], 'white'], [[255, 200, 0, 1], 'black'], [[118, 118, 118, 1], 'white'], [[130, 130, 130, 1], 'black']] as const) {
      equal(textOn(background), text, String(background));
    }
  });

  it('stay as they are where they can be read, and give way where not', () => {
    equal(readable([198, 40, 40, 1], white, [0, 0, 0, 1]), 'rgb(198 40 40)');
    const onNight = readable([43, 43, 107, 1], night, ink);
    ok(contrast(parseColour(onNight)!, night) >= 4.5, onNight);
    equal(readable(white, white, white), 'currentcolor');
  });
});

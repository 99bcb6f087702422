import { expect, it } from 'vitest';
import type { Pixels } from '../../../preview/render/pixels.ts';
import { flattened, isBlank, shrunk, turned } from './flatten.ts';

/** Paper of this brightness at each place, with a line of ink across. */
function paper(width: number, height: number, brightness: (x: number, y: number) => number, ink: boolean): Pixels {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const lit = brightness(x, y);
      data.fill(ink && y % 40 < 3 ? lit * 0.3 : lit, (y * width + x) * 4, (y * width + x) * 4 + 3);
      data[(y * width + x) * 4 + 3] = 255;
    }
  }
  return { data, width, height };
}
const shadow = (x: number, y: number): number => 250 - (x + y) / 4;

it('makes paper in a shadow as bright as paper in the light, and leaves the ink dark', () => {
  const { data, width } = flattened(paper(300, 300, shadow, true));
  for (const [x, y] of [[10, 20], [150, 140], [290, 285]] as const) expect(data[(y * width + x) * 4], `${x} ${y}`).toBeGreaterThan(215);
  for (const [x, y] of [[10, 41], [150, 161], [290, 281]] as const) expect(data[(y * width + x) * 4], `${x} ${y}`).toBeLessThan(110);
});

it('knows an empty sheet, shadow or not', () => {
  expect([isBlank(flattened(paper(300, 300, shadow, false))), isBlank(flattened(paper(300, 300, shadow, true)))]).toEqual([true, false]);
});

it('makes smaller what is large, each point the average of those that were there', () => {
  const quarters = paper(100, 60, (x, y) => x < 50 ? (y < 30 ? 40 : 80) : y < 30 ? 120 : 200, false);
  const small = shrunk(quarters, 0.02);
  expect([small.width, small.height, [...small.data]]).toEqual([2, 1, [60, 60, 60, 255, 160, 160, 160, 255]]);
  const third = shrunk(paper(1000, 700, () => 90, false), 1 / 3);
  expect([third.width, third.height, new Set(third.data)]).toEqual([333, 233, new Set([90, 255])]);
});

it('turns to the right, and back after four times', () => {
  const picture = { data: new Uint8ClampedArray([1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 6, 6, 6, 6]), width: 3, height: 2 };
  const once = turned(picture);
  expect([once.width, once.height, [...once.data].filter((_, at) => at % 4 === 0)]).toEqual([2, 3, [4, 1, 5, 2, 6, 3]]);
  expect(turned(turned(turned(once)))).toEqual(picture);
});

import { describe, expect, it } from 'vitest';
import { assertGoodPassword, newCode, newRecoveryCodes, recoveryHash, sessionEnd } from './credential-rules.ts';
import { deviceName } from './device-rules.ts';
import { afterTry, limits, longestWaitMs, type Tries } from './throttle-rules.ts';

const context = { email: 'thandi@mail.example', businessName: 'River Physio' };
const bytes = (...values: number[]) => {
  let at = 0;
  return (size: number) => Uint8Array.from({ length: size }, () => values[(at += 1) % values.length] ?? 0);
};

describe('a password', () => {
  it.each(['password123', 'Password1!', 'qwertyuiop', 'iloveyou2024', 'aaaaaaaaaaaa', 'abcabcabcabc', '12121212121212', 'thandi@mail.example', 'Thandi12345', 'river-physio!', 'letmein2026'])('is refused when it is tried first: %s', (weak) => {
    expect(() => assertGoodPassword(weak, context)).toThrow();
  });
  it.each(['correct horse battery', 'Überraschung 7 Äpfel', 'thandi likes long walks', '👩‍👩‍👧 and a dog called Rex'])('is anything else: %s', (good) => {
    expect(() => assertGoodPassword(good, context)).not.toThrow();
  });
});

describe('codes', () => {
  it('throw away bytes that would favour some digits', () => {
    expect(newCode(bytes(255, 250, 249, 10))).toBe('090909'.replaceAll('09', '90'));
  });
  it('for recovery are ten of 125 bits, read however they are typed', () => {
    const codes = newRecoveryCodes(bytes(...Array.from({ length: 251 }, (_, index) => index)));
    expect(codes).toHaveLength(10);
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^([0-9a-z]{5}-){4}[0-9a-z]{5}$/);
    expect(recoveryHash('0a1bc-defgh')).toBe(recoveryHash(' OAIBC DEFGH '));
  });
});

describe('waiting after failed tries', () => {
  const waitsOf = (tries: number): number[] => {
    let state: Tries | undefined;
    return Array.from({ length: tries }, () => {
      state = afterTry(limits.account, state, 0);
      return state.blockedUntil;
    });
  };
  it('begins after the fifth, doubles, and never exceeds a quarter of an hour', () => {
    expect(waitsOf(7)).toEqual([0, 0, 0, 0, 2000, 4000, 8000]);
    expect(Math.max(...waitsOf(2000))).toBe(longestWaitMs);
  });
  it('starts over after a day', () => {
    const before = { failed: 50, blockedUntil: 0, lastAt: 0 };
    expect(afterTry(limits.account, before, 24 * 3_600_000).failed).toBe(1);
    expect(afterTry(limits.account, before, 24 * 3_600_000 - 1).failed).toBe(51);
  });
});

describe('sessions', () => {
  it('end when idle, and at the latest at their age', () => {
    const day = 86_400_000;
    expect([sessionEnd('contact', 0, 0), sessionEnd('contact', 0, 80 * day)]).toEqual([30 * day, 90 * day]);
    expect([sessionEnd('staff', 0, 0), sessionEnd('staff', 0, 20 * day)]).toEqual([14 * day, 30 * day]);
  });
  it('are listed by device in words', () => {
    expect(deviceName('Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Safari/537.36 Edg/141.0')).toBe('Edge on Windows');
    expect(deviceName('Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1')).toBe('Safari on iPhone');
    expect(deviceName(undefined)).toBe('Another device');
  });
});

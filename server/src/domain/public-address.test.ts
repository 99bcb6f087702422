import { describe, expect, it } from 'vitest';
import { isReachable } from './public-address.ts';

const inside = ['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '127.8.8.8', '169.254.169.254', '172.16.0.1', '172.31.255.255', '192.0.0.8', '192.168.1.1', '198.18.0.1', '224.0.0.1', '255.255.255.255',
  '::', '::1', '::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:a00:1', '64:ff9b::7f00:1', '64:ff9b::a9fe:a9fe', '::7f00:1', 'fc00::1', 'fd12::1', 'fe80::1', 'ff02::1', '2001:db8::1', '2002:7f00:1::', 'not an address'];
const outside = ['8.8.8.8', '93.184.216.34', '172.15.255.255', '172.32.0.1', '2606:4700::1111', '::ffff:8.8.8.8', '64:ff9b::808:808'];

describe('addresses that a stranger may make this server open', () => {
  it.each(inside)('%s is not one', (address) => expect(isReachable(address, false)).toBe(false));
  it.each(outside)('%s is one', (address) => expect(isReachable(address, false)).toBe(true));
  it('opens the machine itself where that is allowed, and nothing else of the house', () => {
    expect(['127.0.0.1', '::1', '::ffff:127.0.0.1'].map((address) => isReachable(address, true))).toEqual([true, true, true]);
    expect(['10.0.0.1', '169.254.169.254', 'fd12::1', '0.0.0.0'].map((address) => isReachable(address, true))).toEqual([false, false, false, false]);
  });
});

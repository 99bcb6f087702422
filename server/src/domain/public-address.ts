import { BlockList, isIP } from 'node:net';

const v4 = ['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'];
const v6 = ['::/128', '::1/128', '100::/64', '2001::/32', '2001:db8::/32', '2002::/16', 'fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8'];

const closed = new BlockList();
for (const [net, bits] of v4.map((range) => range.split('/'))) closed.addSubnet(net ?? '', Number(bits), 'ipv4');
for (const [net, bits] of v6.map((range) => range.split('/'))) closed.addSubnet(net ?? '', Number(bits), 'ipv6');
const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** An IPv4 address that an IPv6 address only wraps: `::ffff:7f00:1`, `64:ff9b::7f00:1`. */
function unwrapped(address: string): string {
  const canonical = URL.parse(`http://[${address}]/`)?.hostname.slice(1, -1) ?? address;
  const [, high, low] = /^(?:::ffff:|::ffff:0:|64:ff9b::|::)([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(canonical) ?? [];
  if (high === undefined || low === undefined) return canonical;
  const number = (Number.parseInt(high, 16) << 16 | Number.parseInt(low, 16)) >>> 0;
  return [24, 16, 8, 0].map((shift) => (number >>> shift) & 255).join('.');
}

/** Whether an IP address leads to the public internet (or, where that is allowed, to this machine). */
export function isReachable(address: string, allowLoopback: boolean): boolean {
  const plain = isIP(address) === 6 ? unwrapped(address) : address;
  const family = isIP(plain) === 6 ? 'ipv6' : 'ipv4';
  if (isIP(plain) === 0) return false;
  return !closed.check(plain, family) || (allowLoopback && loopback.check(plain, family));
}

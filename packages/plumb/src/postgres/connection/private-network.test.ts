import { expect, test } from 'vitest';
import { isPrivateAddress } from './private-network.ts';

test.each([
  '127.0.0.1',
  '::1',
  '10.1.2.3',
  '172.17.0.2',
  '172.31.255.255',
  '192.168.1.10',
  '100.100.1.1',
  'fd12:3456::1',
  'fe80::1%eth0',
  '::ffff:10.0.0.1',
])('%s is not reached over the internet', (address) => {
  expect(isPrivateAddress(address)).toBe(true);
});

test.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '192.169.0.1', '2001:4860:4860::8888', '::ffff:8.8.8.8'])(
  '%s is reached over the internet',
  (address) => {
    expect(isPrivateAddress(address)).toBe(false);
  },
);

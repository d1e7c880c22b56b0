import { expect, it } from 'vitest';
import { isLoopbackHost } from '#platform/loopback-host.ts';

it('knows the machine itself by each of its names, however they are written', () => {
  const own = ['localhost', 'LocalHost', '127.0.0.1', '::1', '[::1]'];
  expect(own.filter((host) => !isLoopbackHost(host))).toEqual([]);
  const others = ['', 'localhost.example.org', '0.0.0.0', '::', '[::2]', '127.0.0.1.nip.io'];
  expect(others.filter(isLoopbackHost)).toEqual([]);
});

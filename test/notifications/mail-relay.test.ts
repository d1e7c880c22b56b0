import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOrm } from '#database/orm.ts';
import { createOneTimeTokenCodec } from '#identity/one-time-tokens.ts';
import type { WaitingContent } from '#notifications/mail-content.ts';
import { sendMail } from '#notifications/send-mail.ts';
import { newOwnedId } from '#platform/ids.ts';
import { entities } from '../../src/server/entities.ts';
import type { MailOptions } from '../../src/server/start-relays.ts';
import { startDatabaseProxy } from '../support/database-proxy.ts';
import { startTestProduct, testSecret, type TestProduct } from '../support/product.ts';
import { insertRows, type Row } from '../support/seed.ts';
import { startSmtp, tokenIn, type TestSmtp } from '../support/smtp.ts';
import { until } from '../support/queue-up.ts';

const origin = { at: '2025-11-03T09:00:00.000Z', ip: '192.0.2.7', userAgent: 'curl/8.5.0' };
const tokenId = '0192d4e0-0000-7000-8000-000000000001';
const reset: WaitingContent = { kind: 'RESET_PASSWORD', tokenId, origin };

let smtp: TestSmtp;
let product: TestProduct;
/** What is still running at a test's end, latest first. */
let running: (() => Promise<unknown>)[];
beforeEach(async () => {
  running = [];
  smtp = await startSmtp();
  running.unshift(smtp.stop);
});
afterEach(async () => {
  for (const stop of running) await stop();
});

async function start(mail: Partial<MailOptions> = {}, given?: TestProduct): Promise<TestProduct> {
  const started = await startTestProduct({ mail: { ...smtp.mail, ...mail } }, given?.database);
  running.unshift(started.stop);
  return started;
}

/** Leaves mails in the table without a word to the relay. */
const leave = (addresses: readonly string[], columns: Row = {}): Promise<void> =>
  insertRows(
    product.database,
    'mails',
    addresses.map((address) => ({
      id: newOwnedId(product.clock.now),
      to_address: address,
      content: reset,
      created_at: product.clock.now,
      attempts: 0,
      available_at: product.clock.now,
      ...columns,
    })),
  );

const waiting = (): Promise<{ to_address: string; attempts: number; seconds: number }[]> =>
  product.database.query(
    `select to_address, attempts, extract(epoch from available_at - $1)::int as seconds from mails order by to_address`,
    [product.clock.now],
  );

const recipients = async (): Promise<string[]> =>
  (await smtp.mails()).map(({ to }) => [to].flat()[0]?.text ?? '').toSorted();

const counted = async (name: string): Promise<number> =>
  Number(new RegExp(`^${name} (\\d+)$`, 'm').exec((await product.metrics.expose()).text)?.[1]);

const pass = (seconds: number): void => {
  product.clock.now = new Date(product.clock.now.getTime() + seconds * 1000);
};

describe('mails', () => {
  it('are sent when what they tell of commits, once, and are gone then', async () => {
    product = await start();
    const orm = await openOrm({ url: product.database.urls.identity, entities, poolSize: 1 });
    running.unshift(() => orm.close());
    const context = {
      newId: () => newOwnedId(product.clock.now),
      now: product.clock.now,
      client: { ip: null, userAgent: null },
    };
    const send = (to: string, isDone: boolean): Promise<void> =>
      orm.em.fork().transactional(async (em) => {
        await sendMail(em as never, context, { to, content: reset });
        if (!isDone) throw new Error('It was not done.');
      });
    await send('ada@example.com', true);
    await expect(send('bob@example.com', false)).rejects.toThrow('It was not done.');
    await product.mailed();
    await product.mailed();
    expect(await recipients()).toEqual(['ada@example.com']);
    expect(await waiting()).toEqual([]);
  });

  it('bring whoever asked for one to what they asked for, whatever host they named', async () => {
    product = await start();
    const { email } = await product.signUp('ada');
    const asked = await product.send(
      'mutation ($email: String!) { requestPasswordReset(email: $email) }',
      { email },
      {
        'x-forwarded-host': 'evil.example',
      },
    );
    expect(asked.body.data).toEqual({ requestPasswordReset: true });
    await product.mailed();
    const mail = (await smtp.mails()).find(({ subject }) => subject === 'Set a new password');
    const variables = { token: mail ? tokenIn(mail, '/reset-password') : '', newPassword: 'another horse 2!' };
    const answer = await product.send(
      'mutation ($token: String!, $newPassword: String!) { resetPassword(token: $token, newPassword: $newPassword) }',
      variables,
    );
    expect(answer.body.data).toEqual({ resetPassword: true });
    expect(smtp.sources.join('')).not.toContain('evil.example');
  });

  it('come from the address of the settings, for people, and say so to what answers by itself', async () => {
    product = await start();
    await leave(['ada@example.com']);
    await product.mailed();
    const [mail] = await smtp.mails();
    expect(mail?.from?.text).toBe('"Tenure" <no-reply@jobs.example.org>');
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail?.messageId).toMatch(/^<[\da-f-]{36}@jobs\.example\.org>$/);
  });

  it('carry tokens that are nowhere else: not in the table, not in the log', async () => {
    product = await start();
    smtp.refused.add('bob@example.com');
    await leave(['ada@example.com', 'bob@example.com']);
    await product.mailed();
    const [mail] = await smtp.mails();
    const token = mail ? tokenIn(mail, '/reset-password') : '';
    expect(createOneTimeTokenCodec([testSecret]).idOf(token)).toBe(tokenId);
    const kept = JSON.stringify(await product.database.query('select * from mails'));
    expect(kept).toContain('bob@example.com');
    expect(kept).not.toContain(token);
    const log = product.log.join('');
    expect(log).toContain('mail failed; it waits');
    for (const secret of [token, 'bob@example.com', 'ada@example.com']) expect(log).not.toContain(secret);
  });

  it('that fail are logged with why, as far as it is told in codes', async () => {
    product = await start();
    smtp.refused.add('bob@example.com');
    await leave(['bob@example.com']);
    await product.mailed();
    const line = product.log.find((each) => each.includes('mail failed; it waits')) ?? '';
    expect(JSON.parse(line)).toMatchObject({
      kind: 'RESET_PASSWORD',
      failure: { errorCode: 'EENVELOPE', responseCode: 550, command: 'RCPT TO' },
    });
  });

  it('wait while the server is away, twice as long each time up to an hour, and are sent when it is back', async () => {
    const proxy = await startDatabaseProxy(smtp.mail.smtpUrl);
    running.unshift(proxy.cut);
    product = await start({ smtpUrl: proxy.through(smtp.mail.smtpUrl) });
    await proxy.cut();
    await leave(['ada@example.com']);
    const waits: number[] = [];
    for (let attempts = 1; attempts <= 9; attempts += 1) {
      await product.mailed();
      const [mail] = await waiting();
      expect(mail?.attempts).toBe(attempts);
      waits.push(mail?.seconds ?? 0);
      pass(mail?.seconds ?? 0);
    }
    expect(waits).toEqual([30, 60, 120, 240, 480, 960, 1920, 3600, 3600]);
    await proxy.mend();
    await product.mailed();
    expect(await recipients()).toEqual(['ada@example.com']);
    expect(await waiting()).toEqual([]);
  });

  it('are given up after a day, with a word in the log that tells nothing of them', async () => {
    product = await start();
    smtp.refused.add('ada@example.com');
    await leave(['ada@example.com']);
    await product.mailed();
    pass(24 * 3600);
    await product.mailed();
    expect(await waiting()).toEqual([]);
    expect(await counted('mail_failures_total')).toBe(2);
    const line = product.log.find((each) => each.includes('mail given up')) ?? '';
    expect(JSON.parse(line)).toMatchObject({ level: 50, kind: 'RESET_PASSWORD', attempts: 2 });
    expect(line).not.toContain('ada@');
  });

  it('do not wait for one that its server refuses', async () => {
    product = await start();
    smtp.refused.add('person1@example.com');
    const people = Array.from({ length: 12 }, (_, at) => `person${at}@example.com`);
    await leave(people);
    await product.mailed();
    expect(await recipients()).toEqual(people.filter((each) => each !== 'person1@example.com').toSorted());
    expect(await counted('mail_sent_total')).toBe(11);
    expect(await waiting()).toEqual([{ to_address: 'person1@example.com', attempts: 1, seconds: 30 }]);
  });

  it('are each sent once, however many relays there are', async () => {
    product = await start();
    const other = await start({}, product);
    const people = Array.from({ length: 40 }, (_, at) => `person${at}@example.com`);
    await leave(people);
    await Promise.all([product.mailed(), other.mailed()]);
    await until(async () => (await waiting()).length === 0);
    expect(await recipients()).toEqual(people.toSorted());
  });

  it('that somebody claimed and did not send are sent once that claim is over', async () => {
    product = await start();
    // As a relay leaves it that was killed within the lease.
    await leave(['ada@example.com'], { attempts: 1, available_at: new Date(product.clock.now.getTime() + 300_000) });
    await product.mailed();
    expect(await recipients()).toEqual([]);
    pass(300);
    await product.mailed();
    expect(await recipients()).toEqual(['ada@example.com']);
  });

  it('leave no transaction open while they are sent, and time out at a server that never ends', async () => {
    const drip = await startDrip();
    running.unshift(drip.stop);
    product = await start({ smtpUrl: drip.url, deadlineMs: 1_000 });
    await leave(['ada@example.com']);
    const mailed = product.mailed();
    await drip.connected;
    const [row] = await product.database.query<{ count: number }>(
      // Others of the same login may be at work: a statement that runs is theirs.
      `select count(*)::int as count from pg_stat_activity where usename = 'tenure_system' and datname = current_database() and state like 'idle in transaction%' and query like '%mails%'`,
    );
    expect(row?.count).toBe(0);
    await mailed;
    expect(await waiting()).toEqual([{ to_address: 'ada@example.com', attempts: 1, seconds: 30 }]);
  });

  it.each([
    'ada@example.com\r\nBcc: eve@example.com',
    'ada@example.com, eve@example.com',
    'ada@example.com> <eve@example.com',
    '"eve@example.com"@example.com',
  ])('go to nobody for an address that is more than one: %j', async (address) => {
    product = await start();
    await leave([address, 'bob@example.com']);
    await product.mailed();
    expect(await recipients()).toEqual(['bob@example.com']);
    expect(smtp.sources.join('')).not.toContain('eve@');
  });

  it.each([
    ['in production not sent unencrypted to another machine', true, []],
    ['sent to any test server while one develops', false, ['ada@example.com']],
  ])('are %s', async (_how, isProduction, expected) => {
    // Leads to this machine, which it does not say; a name would be asked for in the network.
    const smtpUrl = smtp.mail.smtpUrl.replace('127.0.0.1', '0.0.0.0');
    product = await startTestProduct({ mail: { ...smtp.mail, smtpUrl }, isProduction });
    running.unshift(product.stop);
    await leave(['ada@example.com']);
    await product.mailed();
    expect(await recipients()).toEqual(expected);
    expect(await waiting()).toHaveLength(1 - expected.length);
  });

  it('are printed with their links where there is no server', async () => {
    const printed: string[] = [];
    product = await start({ smtpUrl: null, publicUrl: null, print: (line) => void printed.push(line) });
    await leave(['ada@example.com']);
    await product.mailed();
    expect(await waiting()).toEqual([]);
    expect(printed).toHaveLength(1);
    expect(printed[0]).toContain('\nmail to ada@example.com: Set a new password\n');
    expect(printed[0]).toContain(`\n${product.url}/reset-password#token=`);
  });

  it('stay in their table in a product that sends none', async () => {
    product = await startTestProduct();
    running.unshift(product.stop);
    await leave(['ada@example.com']);
    await product.mailed();
    expect(await waiting()).toHaveLength(1);
  });
});

/** A mail server that greets, and then answers a letter at a time without an end. */
async function startDrip(): Promise<{ url: string; connected: Promise<void>; stop: () => Promise<void> }> {
  const sockets = new Set<Socket>();
  const { promise: connected, resolve } = Promise.withResolvers<void>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.write('220 drip\r\n');
    socket.once('data', () => {
      resolve();
      const timer = setInterval(() => socket.write('2'), 50);
      socket.on('close', () => clearInterval(timer));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    connected,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

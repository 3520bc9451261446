import { beforeEach, expect, test } from 'vitest';
import { HostChannel, withoutEarlierPings, type OtherWindow } from './channel';
import type { HostMessage } from './protocol';

/** A window that keeps what it is sent, and where to. */
class FakeWindow implements OtherWindow {
  readonly sent: { message: unknown; targetOrigin: string }[] = [];

  postMessage(message: unknown, targetOrigin: string): void {
    this.sent.push({ message, targetOrigin });
  }
}

const ping = { scrutineer: 1, type: 'ping', id: 7 };
const dark = { scrutineer: 1, type: 'theme', id: 8, theme: 'dark' };

let parent: FakeWindow;
let received: HostMessage[];
let unanswerable: number;
let channel: HostChannel;

beforeEach(() => {
  parent = new FakeWindow();
  received = [];
  unanswerable = 0;
  channel = new HostChannel([parent], 'abc', {
    received: (message) => received.push(message),
    unanswerable: () => unanswerable++,
  });
});

test('a ping is answered where it came from', () => {
  channel.take({ source: parent, origin: 'https://host.example', data: ping });
  expect(parent.sent).toEqual([
    {
      message: {
        scrutineer: 1,
        type: 'pong',
        id: 7,
        versions: [1],
        engine: 'abc',
      },
      targetOrigin: 'https://host.example',
    },
  ]);
});

test('nothing is said before somebody has spoken', () => {
  channel.post({ type: 'height', id: null, height: 100 });
  expect(parent.sent).toEqual([]);
  channel.take({ source: parent, origin: 'https://host.example', data: dark });
  channel.post({ type: 'height', id: null, height: 100 });
  expect(parent.sent).toEqual([
    {
      message: { scrutineer: 1, type: 'height', id: null, height: 100 },
      targetOrigin: 'https://host.example',
    },
  ]);
});

test('other windows are not listened to, and not answered', () => {
  const stranger = new FakeWindow();
  channel.take({ source: stranger, origin: 'https://host.example', data: ping });
  channel.take({ source: null, origin: 'https://host.example', data: dark });
  expect(stranger.sent).toEqual([]);
  expect(received).toEqual([]);
  expect(channel.connected).toBe(false);
});

test('once it knows who speaks, it listens to that origin alone', () => {
  channel.take({ source: parent, origin: 'https://host.example', data: ping });
  channel.take({ source: parent, origin: 'https://other.example', data: dark });
  channel.take({ source: parent, origin: 'https://other.example', data: { scrutineer: 2 } });
  expect(received).toEqual([{ type: 'ping', id: 7 }]);
  expect(parent.sent.map(({ targetOrigin }) => targetOrigin)).toEqual(['https://host.example']);
});

test('what is not well-formed is answered with an error, and makes no one known', () => {
  channel.take({ source: parent, origin: 'https://host.example', data: { ...dark, theme: 'x' } });
  expect(parent.sent).toMatchObject([
    {
      message: { type: 'error', id: 8, code: 'bad-message' },
      targetOrigin: 'https://host.example',
    },
  ]);
  expect(channel.connected).toBe(false);
  channel.take({
    source: parent,
    origin: 'https://host.example',
    data: { source: 'something else' },
  });
  expect(parent.sent).toHaveLength(1);
});

test.each(['null', '', '*'])('a page of the origin %j cannot be answered', (origin) => {
  channel.take({ source: parent, origin, data: ping });
  expect(parent.sent).toEqual([]);
  expect(received).toEqual([]);
  expect(unanswerable).toBe(1);
});

test('of pings that came before anybody heard them, the last is answered', () => {
  const other = new FakeWindow();
  const posted = [
    { source: parent, origin: '', data: ping },
    { source: parent, origin: '', data: dark },
    { source: other, origin: '', data: ping },
    { source: parent, origin: '', data: { ...ping, id: 9 } },
  ];
  expect(withoutEarlierPings(posted)).toEqual(posted.slice(1));
});

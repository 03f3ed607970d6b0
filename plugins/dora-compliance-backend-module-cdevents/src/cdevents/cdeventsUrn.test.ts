import type { Event } from '../__testUtils__/events';
import { read } from '../__testUtils__/readEvent';

describe('texts that can not be kept, or are long', () => {
  const places: Record<string, (event: Event, text: string) => unknown> = {
    'context.id': ({ context }, text) => Object.assign(context, { id: text }),
    'context.source': ({ context }, text) =>
      Object.assign(context, { source: text }),
    'subject.id': ({ subject }, text) => Object.assign(subject, { id: text }),
    'subject.source': ({ subject }, text) =>
      Object.assign(subject, { source: text }),
    artifactId: ({ subject }, text) =>
      Object.assign(subject.content, { artifactId: text }),
    environment: ({ subject }, text) =>
      Object.assign(subject.content, { environment: { id: text } }),
  };

  describe.each(Object.entries(places))('as %s', (_, put) => {
    it.each(['a\0', '\ud800', 'a\udc00b'])('%j are refused', text => {
      expect(() => read('service.deployed', event => put(event, text))).toThrow(
        'has a NUL or half of a surrogate pair',
      );
    });

    it.each(['x', '%', 'ä', '😀', ':'])('of 10,000 times %s fit', char => {
      const long = char.repeat(10_000);
      const statement = read('service.deployed', event => put(event, long));
      const other = read('service.deployed', event => put(event, `${long}y`));
      expect(statement?.subjects).toHaveLength(3);
      for (const { uri = '' } of statement?.subjects ?? []) {
        expect(Buffer.byteLength(uri)).toBeLessThanOrEqual(1000);
      }
      expect(statement).not.toEqual(other);
    });
  });

  it('name the same thing the same, and other things otherwise', () => {
    const readUri = (id: string) =>
      read('service.deployed', ({ subject }) => {
        subject.id = id;
      })?.subjects[2]?.uri;
    const long = 'x'.repeat(2000);
    expect(readUri(long)).toMatch(/^urn:cdevents:sha256=[0-9a-f]{64}$/);
    expect(readUri(long)).toBe(readUri(long));
    expect(readUri(long)).not.toBe(readUri(`${long}x`));
  });

  it('as address of a repository in a package URL name none', () => {
    const vcs = `git%2Bhttps://git.bank.example/${'x'.repeat(1000)}`;
    const statement = read('service.deployed', ({ subject }) => {
      subject.content.artifactId = `pkg:oci/ledger@1.2?vcs_url=${vcs}`;
    });
    expect(statement?.subjects.map(({ kind }) => kind)).toEqual([
      'deployment',
      'artifact',
      'entity',
    ]);
  });

  it('as package URL name it whatever the source', () => {
    const uriAt = (source: string) =>
      read('service.deployed', ({ context, subject }) => {
        context.source = source;
        subject.content.artifactId = `pkg:npm/${'x'.repeat(2000)}@1`;
      })?.subjects[1]?.uri;
    expect(uriAt('/a')).toMatch(/^urn:cdevents:sha256=/);
    expect(uriAt('/a')).toBe(uriAt('/b'));
  });
});

import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Delivery } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { options } from './__testUtils__/messages';
import { createServicenowEvidenceSource } from './ServicenowEvidenceSource';

const readme = readFileSync(path.join(__dirname, '../README.md'), 'utf8');
const [, rule = ''] = /```js\n([^`]+)```/.exec(readme) ?? [];
const source = createServicenowEvidenceSource(options);
const receivedAt = '2026-03-31T12:09:25.000Z' as Instant;

type Row = Record<string, string>;

const row = (changes: Row = {}): Row => ({
  state: '1',
  priority: '4',
  number: 'INC0010042',
  short_description: 'Überweisungen \u2028schlagen fehl',
  sys_updated_on: '2026-03-31 12:09:22',
  business_service: 'ledger',
  ...changes,
});

/** What ServiceNow documents of the API that the rule uses. */
function listSent(current: Row, previous?: Row): Delivery[] {
  const sent: Delivery[] = [];
  const record = (of: Row) => ({
    operation: () => (previous ? 'update' : 'insert'),
    getValue: (name: string) => of[name] ?? null,
    getDisplayValue: (name: string) => of[name] ?? '',
    getUniqueValue: () => '9d385017c611228701d22104cc95c371',
  });
  const properties: Row = {
    instance_name: 'meridian',
    'glide.servlet.uri': 'https://meridian.service-now.com/',
    'dora_compliance.secret': 'new',
  };
  class RESTMessageV2 {
    readonly headers: Row = {};
    body = '';
    setEndpoint() {}
    setHttpMethod() {}
    setRequestHeader(name: string, value: string) {
      this.headers[name.toLowerCase()] = value;
    }
    setRequestBody(body: string) {
      this.body = body;
    }
    executeAsync() {
      const body = new TextEncoder().encode(this.body);
      sent.push({ headers: this.headers, body });
    }
  }
  runInNewContext(rule, {
    current: record(current),
    previous: previous && record(previous),
    sn_ws: { RESTMessageV2 },
    gs: {
      getProperty: (name: string) => properties[name] ?? '',
      getUserID: () => '6816f79cc0a8016401c5a33be04be441',
      getUserName: () => 'marta.keller',
      getUserDisplayName: () => 'Marta Keller',
    },
    GlideDateTime: class {
      constructor(readonly text?: string) {}
      getValue = () => this.text;
      getNumericValue = () => Date.parse(receivedAt);
    },
    GlideStringUtil: { base64Encode: btoa },
    GlideCertificateEncryption: class {
      generateMac = (key: string, _: string, data: string) =>
        createHmac('sha256', Buffer.from(key, 'base64'))
          .update(data)
          .digest('base64');
    },
  });
  return sent;
}

it.each<[string, Row, Row | undefined, string[]]>([
  ['is opened', {}, undefined, ['incident-detected']],
  ['is accepted', { state: '2' }, {}, ['incident-acknowledged']],
  ['is resolved', { state: '6' }, { state: '2' }, ['incident-resolved']],
  ['is closed after that', { state: '7' }, { state: '6' }, []],
  [
    'is opened again',
    { state: '2' },
    { state: '6' },
    ['incident-detected', 'incident-acknowledged'],
  ],
  ['gets a priority', { priority: '1' }, {}, ['incident-classified']],
  ['gets a note', {}, {}, []],
])('the business rule reports an incident that %s', (_, now, before, types) => {
  const sent = listSent(row(now), before && row(before));
  expect(sent.map(one => source.authenticate(one, receivedAt))).toEqual(
    types.map(() => expect.objectContaining({ outcome: 'accepted' })),
  );
  const answers = sent.map(source.normalise) as {
    statements: { type: string; predicate: object }[];
  }[];
  expect(answers.flatMap(one => one.statements)).toEqual(
    types.map(type =>
      expect.objectContaining({
        type,
        observedAt: '2026-03-31T12:09:22.000Z',
        predicate: expect.objectContaining({
          incident: expect.objectContaining({
            title: 'Überweisungen \u2028schlagen fehl',
          }),
        }),
      }),
    ),
  );
});

import { operationsKeys } from './OperationsScope';
import { alertLabelKeys } from './AlertLabels';
import { readAlertGroup } from './readAlertGroup';
import { configObject } from '../configuration/configTypes';

const options = {
  ...configObject({ ...operationsKeys, ...alertLabelKeys }).parse({}),
  sourceId: 'monitor',
  version: '4',
  limit: 'send all',
};

const alert = (changes: object = {}) => ({
  status: 'firing',
  labels: { alertname: 'Slow', dora_compliance_entity: 'ledger' },
  annotations: {},
  startsAt: '2026-03-31T12:00:00Z',
  endsAt: '0001-01-01T00:00:00Z',
  fingerprint: 'f1',
  ...changes,
});
const labelled = (labels: object, annotations: object = {}) =>
  alert({ labels: { alertname: 'Slow', ...labels }, annotations });

const read = (...alerts: unknown[]) =>
  readAlertGroup({ version: '4', alerts }, options);

it('keeps each alert that can be read, and names the others', () => {
  const { statements, flaws } = read(
    alert({ fingerprint: undefined }),
    alert(),
    null,
    labelled({ alertname: undefined, x: 'y' }),
    alert({ status: 'resolved' }),
  );
  expect(statements).toHaveLength(1);
  expect(flaws).toEqual([
    'alerts.0: fingerprint is missing',
    'alerts.2: payload must be object, not null',
    'alerts.3: labels.alertname is missing',
    'alerts.4: endsAt is before startsAt',
  ]);
});

it('reads when an alert began, and when it ended', () => {
  const ended = alert({ status: 'resolved', endsAt: '2026-03-31T12:30:00Z' });
  const { statements } = read(alert(), ended);
  expect(statements).toMatchObject([
    { observedAt: '2026-03-31T12:00:00.000Z', predicate: { state: 'firing' } },
    {
      observedAt: '2026-03-31T12:30:00.000Z',
      predicate: {
        state: 'resolved',
        startedAt: '2026-03-31T12:00:00.000Z',
        changedAt: '2026-03-31T12:30:00.000Z',
      },
    },
  ]);
});

it('throws if it can read none, and says why', () => {
  expect(() => read(alert({ startsAt: 'soon' }))).toThrow(
    'alerts.0: startsAt is no moment in time',
  );
});

it('reads an empty group', () => {
  expect(read()).toEqual({ statements: [], flaws: [] });
});

it('counts flaws instead of repeating them', () => {
  const many = Array.from({ length: 50 }, (_, index) =>
    alert({ startsAt: `${index}` === '7' ? '2026-03-31T12:00:00Z' : 'soon' }),
  );
  const { flaws } = read(...many);
  expect(flaws).toHaveLength(21);
  expect(flaws.at(-1)).toBe('and 29 more');
});

it('names an alert without an asset, and keeps it', () => {
  expect(read(labelled({}))).toMatchObject({
    statements: [{ subjects: [{ kind: 'alert', uri: 'urn:monitor:f1' }] }],
    flaws: [
      'the alert Slow names neither an entity nor a repository, and no rule names its service',
    ],
  });
});

it.each([
  [{ service: 'ledger' }, {}, 'ledger'],
  [{ service: 'ledger' }, { service: 'cards' }, 'ledger'],
  [{}, { service: 'cards' }, 'cards'],
  [{ service: ' ' }, { service: 'cards' }, 'cards'],
  [{}, {}, undefined],
])('of labels %j and annotations %j it reads %s', (labels, texts, service) => {
  const [statement] = read(labelled(labels, texts)).statements as unknown as {
    predicate: { alert: { service?: string } };
  }[];
  expect(statement?.predicate.alert.service).toBe(service);
});

it('does not read what every object has', () => {
  const odd = { ...options, serviceLabels: ['constructor', 'toString'] };
  const { statements } = readAlertGroup(
    { version: '4', alerts: [alert()] },
    odd,
  );
  expect(statements[0]?.predicate).not.toHaveProperty('alert.service');
});

it('is the same statement, however often the alert is sent', () => {
  const again = labelled(
    { dora_compliance_entity: 'ledger' },
    { summary: '7 % of the bookings fail' },
  );
  expect(read(again).statements).toEqual(read(alert()).statements);
});

it('shows no address that is no link', () => {
  const { statements } = read(alert({ generatorURL: 'data:text/html,x' }));
  expect(statements[0]?.predicate).not.toHaveProperty('alert.url');
});

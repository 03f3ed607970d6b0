import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EvidenceCollector } from '../collect/EvidenceCollector';
import type { EvidenceSource } from './EvidenceSource';
import type { SourceGives } from './SourceGives';
import { type ConfiguredSource, setUpSource } from './setUpSource';

const source = { id: 'ci' } as EvidenceSource;
const collector = { sourceId: 'ci' } as EvidenceCollector;

const gives: SourceGives = { delivered: ['service-deployed'] };

function setUp(configure: () => ConfiguredSource) {
  const lines: string[] = [];
  const log = (level: string) => (line: string) =>
    lines.push(`${level}: ${line}`);
  const logger = {
    info: log('info'),
    warn: log('warn'),
    error: log('error'),
  } as unknown as LoggerService;
  const sources = { addSource: jest.fn(), reportSetup: jest.fn() };
  const collectors = { addCollector: jest.fn() };
  setUpSource({
    sourceId: 'ci',
    title: 'CI',
    configKey: 'ciKey',
    gives,
    logger,
    sources,
    collectors,
    configure,
  });
  const [[reported]] = sources.reportSetup.mock.calls;
  return { lines, sources, collectors, reported };
}

it('plugs in a source and its collector, and tells what to look at', () => {
  const { lines, sources, collectors, reported } = setUp(() => ({
    source,
    collector,
    notices: ['A secret is empty.'],
  }));
  expect(sources.addSource).toHaveBeenCalledWith(source);
  expect(collectors.addCollector).toHaveBeenCalledWith(collector);
  expect(lines).toEqual(['warn: A secret is empty.']);
  expect(reported).toEqual({
    sourceId: 'ci',
    title: 'CI',
    configKey: 'ciKey',
    gives,
    notices: ['A secret is empty.'],
  });
});

it('says once that a source is off, and why', () => {
  const off = 'CI is off: no secret.';
  const { lines, sources, collectors, reported } = setUp(() => ({ off }));
  expect(sources.addSource).not.toHaveBeenCalled();
  expect(collectors.addCollector).not.toHaveBeenCalled();
  expect(lines).toEqual([`info: ${off}`]);
  expect(reported.off).toEqual({ isMisconfigured: false, reason: off });
});

it('turns a source off whose configuration is wrong, and harms nobody', () => {
  const { lines, sources, reported } = setUp(() => {
    throw new Error('doraCompliance.ciKey.x is unknown');
  });
  const reason =
    'CI is off because its configuration is wrong. doraCompliance.ciKey.x is unknown';
  expect(sources.addSource).not.toHaveBeenCalled();
  expect(lines).toEqual([`error: ${reason}`]);
  expect(reported.off).toEqual({ isMisconfigured: true, reason });
});

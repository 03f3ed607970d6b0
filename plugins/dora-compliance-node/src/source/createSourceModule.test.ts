import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { evidenceCollectorExtensionPoint } from '../collect/evidenceCollectorExtensionPoint';
import type { EvidenceCollector } from '../collect/EvidenceCollector';
import { createSourceModule } from './createSourceModule';
import type { EvidenceSource } from './EvidenceSource';
import { evidenceSourceExtensionPoint } from './evidenceSourceExtensionPoint';

const source = { id: 'my-ci' } as EvidenceSource;
const collector = { sourceId: 'my-ci' } as EvidenceCollector;

async function start(myCi: object) {
  const sources = { addSource: jest.fn(), reportSetup: jest.fn() };
  const collectors = { addCollector: jest.fn() };
  const backend = await startTestBackend({
    extensionPoints: [
      [evidenceSourceExtensionPoint, sources],
      [evidenceCollectorExtensionPoint, collectors],
    ],
    features: [
      createSourceModule({
        sourceId: 'my-ci',
        title: 'My CI',
        configKey: 'myCi',
        gives: { delivered: ['service-deployed'] },
        configure(config) {
          const secret = config.getOptionalString('doraCompliance.myCi.secret');
          return secret === undefined
            ? { off: 'My CI is off: no secret.' }
            : { source, collector };
        },
      }),
      mockServices.rootConfig.factory({ data: { doraCompliance: { myCi } } }),
      mockServices.logger.factory(),
    ],
  });
  await backend.stop();
  return { sources, collectors };
}

it('adds the source that is configured, and its collector', async () => {
  const { sources, collectors } = await start({ secret: 's' });
  expect(sources.addSource).toHaveBeenCalledWith(source);
  expect(collectors.addCollector).toHaveBeenCalledWith(collector);
  expect(sources.reportSetup).toHaveBeenCalledWith({
    sourceId: 'my-ci',
    title: 'My CI',
    configKey: 'myCi',
    gives: { delivered: ['service-deployed'] },
    notices: [],
  });
});

it('is off, and says why', async () => {
  const { sources, collectors } = await start({});
  expect(sources.addSource).not.toHaveBeenCalled();
  expect(collectors.addCollector).not.toHaveBeenCalled();
  expect(sources.reportSetup).toHaveBeenCalledWith(
    expect.objectContaining({
      off: { isMisconfigured: false, reason: 'My CI is off: no secret.' },
    }),
  );
});

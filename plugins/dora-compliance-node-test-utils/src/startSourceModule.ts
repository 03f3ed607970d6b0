import {
  mockServices,
  startTestBackend,
  type TestBackendOptions,
} from '@backstage/backend-test-utils';
import {
  evidenceCollectorExtensionPoint,
  evidenceSourceExtensionPoint,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';

/**
 * Starts the module of a source with a configuration, and stops it again. Returns what it
 * registered and logged, and the setup that it reported.
 *
 * @public
 */
export async function startSourceModule(
  feature: NonNullable<TestBackendOptions<[]>['features']>[number],
  data: NonNullable<Parameters<typeof mockServices.rootConfig>[0]>['data'],
) {
  const addSource = jest.fn();
  const addCollector = jest.fn();
  const reportSetup = jest.fn();
  const logger = mockServices.logger.mock({ child: () => logger });
  const backend = await startTestBackend({
    extensionPoints: [
      [evidenceSourceExtensionPoint, { addSource, reportSetup }],
      [evidenceCollectorExtensionPoint, { addCollector }],
    ],
    features: [
      feature,
      mockServices.rootConfig.factory({ data }),
      logger.factory,
    ],
  });
  await backend.stop();
  const [[setup] = []] = reportSetup.mock.calls;
  return { addSource, addCollector, logger, setup };
}

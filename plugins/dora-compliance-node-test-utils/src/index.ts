/**
 * Contract suites for modules of DORA compliance for Backstage.
 *
 * @packageDocumentation
 */
export {
  collectorFaults,
  type CollectorFault,
  evidenceCollectorContract,
  type EvidenceCollectorSamples,
} from './EvidenceCollector.contract';
export { controlContract } from './Control.contract';
export { controlTextsContract } from './ControlTexts.contract';
export {
  type ControlCase,
  type ControlSamples,
  type PreparedControl,
  prepareControl,
} from './prepareControl';
export { listUnshown } from './listUnshown';
export type { Shown, ShownAnswer } from './Shown';
export {
  deliveryLogContract,
  type DeliveryLogSubject,
  readLog,
} from './DeliveryLog.contract';
export { FakeApi, type FakeAnswer, type FakeRequest } from './FakeApi';
export {
  evidenceSourceContract,
  type EvidenceSourceSamples,
} from './EvidenceSource.contract';
export { configContract, type ConfigSamples } from './config.contract';
export {
  sourceModuleContract,
  type SourceModuleSamples,
} from './SourceModule.contract';
export { startSourceModule } from './startSourceModule';

import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  Control,
  Instant,
  ProvisionIndex,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type {
  EvidenceCollector,
  EvidenceSource,
  SourceSetup,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type {
  Registry,
  Sentences,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { Knex } from 'knex';
import type { Inventory } from '../register/Inventory';
import type { CollectionSettings } from '../sources/collect/CollectionWorkers';
import type { ControlCatalogue } from '../assess/ControlCatalogue';
import type { UserDirectory } from '../people/UserDirectory';
import type { Telemetry } from '../kernel/telemetry/Telemetry';
import type { RedactionScope } from '../ledger/redact/redact';
import type { SilenceSettings } from '../sources/silence/Watch';

/** What the corridor is created from. */
export type CorridorOptions = {
  knex: Knex;
  sources: ReadonlyMap<string, EvidenceSource>;
  /** The configuration of the sources, including those that are off. */
  setups?: ReadonlyMap<string, SourceSetup>;
  /** The collectors that poll CI systems; none by default. */
  collectors?: ReadonlyMap<string, EvidenceCollector>;
  /** What is removed from collected documents; only secrets by default. */
  redaction?: RedactionScope;
  collect?: CollectionSettings;
  silence?: SilenceSettings;
  /** Evidence reported later than this after the event is late, in ms. */
  lateAfter: number;
  /** The scores of how many days before the record are computed; none by default. */
  pastDays?: number;
  /** The address that receives the deliveries of a source, if known. */
  toIngestUrl?: (sourceId: string) => string;
  controls: ControlCatalogue;
  /** What provisions say, in the language of the controls; nothing by default. */
  provisions?: readonly ProvisionIndex[];
  /** What controls that are tried can name; that of the engine by default. */
  registry?: Registry;
  /** What is done with a control before it is installed. */
  prepareControl?: (control: Control) => Control;
  /** The language of the controls; English by default. */
  sentences?: Sentences;
  inventory: Inventory;
  /** Where users and their accounts come from; none by default. */
  directory?: UserDirectory;
  /** To be called when scores changed. */
  onScored?: () => void;
  logger: LoggerService;
  telemetry: Telemetry;
  now: () => Instant;
};

import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EvidenceCollector } from '../collect/EvidenceCollector';
import type { EvidenceCollectorExtensionPoint } from '../collect/evidenceCollectorExtensionPoint';
import type { EvidenceSource } from './EvidenceSource';
import type { SourceGives } from './SourceGives';
import type { EvidenceSourceExtensionPoint } from './evidenceSourceExtensionPoint';

/**
 * A source as it is configured, with its collector if it has one.
 *
 * @public
 */
export type ConfiguredSource = {
  /** Not used if `off` is set. */
  readonly source?: EvidenceSource;
  readonly collector?: EvidenceCollector;
  /** Why the source is off, and what to set. */
  readonly off?: string;
  readonly notices?: readonly string[];
};

/**
 * Adds what is configured. If the source is off, the reason is in the log and
 * on the page Evidence.
 */
export function setUpSource(options: {
  readonly sourceId: string;
  /** The name of the source for people, e.g. `GitHub`. */
  readonly title: string;
  /** The key below `doraCompliance`, e.g. `github`. */
  readonly configKey: string;
  /** The types of evidence that it can give. */
  readonly gives: SourceGives;
  readonly logger: LoggerService;
  readonly sources: EvidenceSourceExtensionPoint;
  readonly collectors?: EvidenceCollectorExtensionPoint;
  /** Reads the configuration; what it throws is shown. */
  readonly configure: () => ConfiguredSource;
}): void {
  const { sourceId, title, configKey, gives, logger, sources } = options;
  const report = (
    notices: readonly string[],
    off?: { isMisconfigured: boolean; reason: string },
  ) =>
    sources.reportSetup({
      sourceId,
      title,
      configKey,
      gives,
      notices,
      ...(off && { off }),
    });

  let configured: ConfiguredSource;
  try {
    configured = options.configure();
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    const reason = `${title} is off because its configuration is wrong. ${problem}`;
    logger.error(reason);
    report([], { isMisconfigured: true, reason });
    return;
  }
  const { source, collector, notices = [] } = configured;
  if (configured.off !== undefined || !source) {
    const { off: reason = `${title} is off: it is not configured.` } =
      configured;
    logger.info(reason);
    report([], { isMisconfigured: false, reason });
    return;
  }
  notices.forEach(notice => logger.warn(notice));
  sources.addSource(source);
  if (collector) {
    options.collectors?.addCollector(collector);
  }
  report(notices);
}

import type { CompiledControl } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { InstalledControl } from './AssessmentStore';
import { acceptanceTypes } from './loadAcceptedRisks';

/** A control as it is installed: it also becomes due when a risk is accepted. */
export function toInstalled({
  control,
  digest,
  codeDigest,
  versions,
  reads,
}: CompiledControl): InstalledControl {
  const all = new Set([...reads, ...acceptanceTypes]);
  return { control, digest, codeDigest, versions, reads: [...all].sort() };
}

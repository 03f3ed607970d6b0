import type { CompiledControl } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { InstalledControl } from './AssessmentStore';

/** A control as it is installed. */
export function toInstalled({
  control,
  digest,
  codeDigest,
  versions,
  reads,
}: CompiledControl): InstalledControl {
  return { control, digest, codeDigest, versions, reads };
}

import type {
  OverallParams,
  Reason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** The reason of one member as that of a whole control. */
export function withParams(
  { code, params }: Reason,
  overall: OverallParams,
): Reason {
  return { code, params: { ...params, ...overall } };
}

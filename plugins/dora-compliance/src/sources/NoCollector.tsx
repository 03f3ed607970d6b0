import type { SourceView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { Nothing } from './Nothing';
import { isOff, nameOf } from './sourceWords';

/** That a source is not collected from, and what to do about it. */
export function NoCollector({ source }: { source: SourceView }) {
  if (isOff(source)) {
    return (
      <Nothing title={`${nameOf(source)} is off`}>
        {source.reason.sentence}
      </Nothing>
    );
  }
  if (!source.kinds.receives) {
    return (
      <Nothing title={`${nameOf(source)} needs no collector`}>
        Its data comes from this Backstage.
      </Nothing>
    );
  }
  const { askedWith } = source.kinds;
  if (!askedWith) {
    return (
      <Nothing title={`${nameOf(source)} only sends events`}>
        There is no collector for it. Events from a time when the backend could
        not be reached are unknown.
      </Nothing>
    );
  }
  return (
    <Nothing title={`Nothing is collected from ${nameOf(source)}`}>
      {`Events that it does not push are unknown. Configure ${askedWith} as described in the README of its module, then restart the backend.`}
    </Nothing>
  );
}

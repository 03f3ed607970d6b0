import type { SourceView } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** What every part of the detail of a source is given. */
export type PanelProps = {
  source: SourceView;
  /** The figures of the source are not what they were. */
  onChange: () => void;
};

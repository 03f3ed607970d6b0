import { FlawedPanel } from './FlawedPanel';
import { Nothing } from './Nothing';
import type { PanelProps } from './SourceDetail';

/** Documents nothing could be read from. */
export function RejectedPanel(props: PanelProps) {
  return (
    <FlawedPanel
      {...props}
      state="rejected"
      of="Rejected documents"
      empty={
        <Nothing title="No document is rejected">
          A document shows up here when nothing could be read from it. It is
          kept as it came, and can be replayed when its reader was mended.
        </Nothing>
      }
    />
  );
}

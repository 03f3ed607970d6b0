import { FlawedPanel } from './FlawedPanel';
import { Nothing } from './Nothing';
import type { PanelProps } from './PanelProps';

/** Documents nothing could be read from. */
export function RejectedPanel(props: PanelProps) {
  return (
    <FlawedPanel
      {...props}
      state="rejected"
      of="Rejected documents"
      empty={
        <Nothing title="No document is rejected">
          A document is listed here when nothing in it could be read. It is
          stored as received. Replay it after its parser is fixed.
        </Nothing>
      }
    />
  );
}

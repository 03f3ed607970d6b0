import { Link, Text } from '@backstage/ui';
import type {
  ComplianceView,
  ControlStatus,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { Fragment } from 'react';

/** The controls of one status by name; nothing if there are none. */
export function NamedControls(props: {
  view: ComplianceView;
  status: ControlStatus;
  /** What they have in common, in front of their names. */
  label: string;
  /** The address of a control; without it, names are no links. */
  hrefOf?: (controlId: string) => string;
}) {
  const { view, status, label, hrefOf } = props;
  const named = view.areas
    .flatMap(({ controls }) => controls)
    .filter(result => result.status === status);
  return named.length === 0 ? null : (
    <Text>
      {label}:{' '}
      {named.map(({ control: { id, code, title } }, index) => (
        <Fragment key={id}>
          {index > 0 && ', '}
          {hrefOf ? (
            <Link href={hrefOf(id)}>{`${code} ${title}`}</Link>
          ) : (
            `${code} ${title}`
          )}
        </Fragment>
      ))}
    </Text>
  );
}

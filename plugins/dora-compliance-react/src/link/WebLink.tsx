import { Link, type LinkProps } from '@backstage/ui';
import { webLink } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { ReactNode } from 'react';

/**
 * A link to an address from a payload or a catalog file. An address that is not
 * safe to follow is shown as text.
 *
 * @public
 */
export function WebLink(props: {
  /** Where it leads. */
  href: string;
  /** What is shown; the address by default. */
  children?: ReactNode;
  target?: '_blank';
  variant?: LinkProps['variant'];
}) {
  const { href, children = href, target, variant } = props;
  const address = webLink(href);
  return address === undefined ? (
    <span>{children}</span>
  ) : (
    <Link href={address} target={target} variant={variant}>
      {children}
    </Link>
  );
}

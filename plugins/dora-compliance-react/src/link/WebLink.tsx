import { Link, type LinkProps } from '@backstage/ui';
import { webLink } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { ReactNode } from 'react';

/**
 * A link to an address that somebody else wrote: in a payload, or in a file of
 * the catalog. What may not be a link is shown as text.
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

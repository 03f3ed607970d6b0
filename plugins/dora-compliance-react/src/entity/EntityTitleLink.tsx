import { Link, type LinkProps } from '@backstage/ui';
import { useEntityAddress } from './useEntityAddress';

/**
 * The title of an entity as a link to its page. Unlike the links of the catalog
 * plugin, it makes no request, because the title is given.
 *
 * @public
 */
export function EntityTitleLink(props: {
  entityRef: string;
  title: string;
  truncate?: boolean;
  weight?: LinkProps['weight'];
}) {
  const { entityRef, title, truncate, weight } = props;
  const toAddress = useEntityAddress();
  return (
    <Link
      href={toAddress(entityRef)}
      title={entityRef}
      truncate={truncate}
      weight={weight}
    >
      {title}
    </Link>
  );
}

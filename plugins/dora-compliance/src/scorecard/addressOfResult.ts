/** The address of a control on the Compliance tab of an asset. */
export function addressOfResult(
  assetAddress: string,
  controlId: string,
): string {
  return `${assetAddress}/compliance?control=${encodeURIComponent(controlId)}`;
}

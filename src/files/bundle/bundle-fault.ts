/** What makes a file no bundle that could be read; the message is for people. */
export class BundleFault extends Error {
  override readonly name = 'BundleFault';
}

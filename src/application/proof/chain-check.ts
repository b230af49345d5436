import type { BlockRow, LedgerRows } from '#application/ports/ledger-rows';
import type { LedgerSeals, RunningDigest } from '#application/ports/ledger-seals';
import type { ChainHead, LedgerCheck } from '#application/ports/ledger-verifier';
import { saltOfRow } from '#application/proof/row-salt';
import { createTally } from '#application/proof/tally';
import type { Bilingual } from '#kernel/bilingual';

const DIGESTS = { zh: '每个区块的内容与摘要一致', en: 'blocks hold the rows that they sealed' };
const LINKS = { zh: '区块首尾相接', en: 'blocks follow each other without gap or fork' };
const MACS = { zh: '区块由密钥封存', en: 'blocks are sealed with the key' };
/** The same where keys are not at hand: nothing is known of what they sealed. */
function macsWithout(ids: string): Bilingual {
  return {
    zh: `${MACS.zh}（缺少密钥 ${ids}，无从核对）`,
    en: `${MACS.en} (key ${ids} is not at hand, so they cannot be checked)`,
  };
}

const HEAD = { zh: '留存的链头仍在链中', en: 'the head that was kept is still in the chain' };

/** The result of checking the blocks alone. */
interface CheckedBlocks {
  readonly checks: readonly LedgerCheck[];
  /** Ids of the keys without which blocks count as wrong. */
  readonly missingKeys: readonly string[];
  readonly head: ChainHead | null;
  /** The last number that is sealed; 0 where nothing is. */
  readonly lastNumber: number;
}

/**
 * Checks the chain block by block. A block without its key is faulty; only an auditor without any key is told instead
 * that the MACs are not proved.
 */
export async function checkBlocks(
  rows: LedgerRows,
  seals: LedgerSeals,
  kept: ChainHead | null,
  isKeyOptional: boolean,
): Promise<CheckedBlocks> {
  const [links, macs] = [createTally('chain_links', LINKS), createTally('chain_macs', MACS)];
  let last: BlockRow | undefined;
  let count = 0n;
  let isKept = false;
  const missing = new Set<string>();
  for await (const batch of rows.blocks()) {
    for (const block of batch) {
      count += 1n;
      const name = `block ${block.number}`;
      links.look(!follows(block, last, count), name);
      const mac = seals.mac(block.keyId, sealedText(block));
      if (mac === undefined && isKeyOptional && seals.currentKey === undefined) macs.unproved();
      else {
        if (mac === undefined) missing.add(block.keyId);
        macs.look(mac !== block.mac, name);
      }
      if (block.number === kept?.number && block.mac === kept.mac) isKept = true;
      last = block;
    }
  }
  const missingKeys = [...missing];
  const sealed = macs.check();
  const told = missingKeys.length === 0 ? sealed : { ...sealed, title: macsWithout(missingKeys.join(' ')) };
  const checks = [links.check(), told, ...(kept === null ? [] : [checkHead(kept, isKept)])];
  if (last === undefined) return { checks, missingKeys, head: null, lastNumber: 0 };
  const { number, lastNumber, mac } = last;
  return { checks, missingKeys, head: { number, lastNumber, mac }, lastNumber: Number(lastNumber) };
}

function checkHead({ number }: ChainHead, isKept: boolean): LedgerCheck {
  const heads = createTally('chain_head', HEAD);
  heads.look(!isKept, `block ${number}`);
  return heads.check();
}

function follows(block: BlockRow, before: BlockRow | undefined, count: bigint): boolean {
  return (
    block.number === count.toString() &&
    BigInt(block.firstNumber) === BigInt(before?.lastNumber ?? 0n) + 1n &&
    block.previous === (before?.mac ?? null)
  );
}

/** The instant is sealed in milliseconds. */
function sealedText(block: BlockRow): string {
  const { number, firstNumber, lastNumber, rowCount, digest, previous, keyId, sealedAt } = block;
  const instant = sealedAt.replace(/000Z$/, 'Z');
  return [number, firstNumber, lastNumber, rowCount, digest, previous ?? '', keyId, instant].join('|');
}

/** Hashes all that is sealed again; rows come in the order of their numbers. */
export interface DigestCheck {
  /** Whether the row of that number lies beyond the block in hand, so that `reach` has to come first. */
  isBeyond(number: number): boolean;
  reach(number: number): Promise<void>;
  add(hash: Uint8Array): void;
  /** Adds the hash of a row's text behind its salt: the one given, or what follows from the block's. */
  addHashOf(number: number, text: string, salt: string | undefined): void;
  finish(): Promise<{ readonly check: LedgerCheck; readonly unsealed: bigint }>;
}

export async function createDigestCheck(rows: LedgerRows, seals: LedgerSeals): Promise<DigestCheck> {
  const tally = createTally('chain_digests', DIGESTS);
  const blocks = eachOf(rows.blocks());
  let block: BlockRow | undefined;
  let lastOfBlock = 0;
  let running: RunningDigest = seals.beginDigest();
  let count = 0;
  let unsealed = 0;
  const next = async (): Promise<void> => {
    block = (await blocks.next()).value;
    lastOfBlock = block === undefined ? Infinity : Number(block.lastNumber);
    running = seals.beginDigest();
    count = 0;
  };
  const close = async ({ number, digest, rowCount }: BlockRow): Promise<void> => {
    tally.look(running.hex() !== digest || count.toString() !== rowCount, `block ${number}`);
    await next();
  };
  /** Whether there is a block to add to. */
  const isSealed = (): boolean => {
    if (block === undefined) unsealed += 1;
    else count += 1;
    return block !== undefined;
  };
  await next();
  return {
    isBeyond: (number) => number > lastOfBlock,
    reach: async (number) => {
      while (block !== undefined && number > lastOfBlock) await close(block);
    },
    add: (hash) => {
      if (isSealed()) running.add(hash);
    },
    addHashOf: (number, text, salt) => {
      if (!isSealed() || block === undefined) return;
      running.addHashOf(`${salt ?? saltOfRow(block, number, seals)}${text}`);
    },
    finish: async () => {
      while (block !== undefined) await close(block);
      return { check: tally.check(), unsealed: BigInt(unsealed) };
    },
  };
}

async function* eachOf<Row>(batches: AsyncIterable<readonly Row[]>): AsyncGenerator<Row, undefined> {
  for await (const batch of batches) yield* batch;
  return undefined;
}

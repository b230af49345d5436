/**
 * A secret of each block from now on (docs/decisions/0018-salted-seals.md): without it nobody finds a row that a bundle
 * withholds by trying what may stand in it. Blocks from before have none and hold as they were sealed.
 */
export const BLOCK_SALT = `
ALTER TABLE ledger_block ADD COLUMN salt bytea CHECK (length(salt) = 32);
COMMENT ON COLUMN ledger_block.salt IS 'From which each row of the block has its own salt; null: sealed without';
`;

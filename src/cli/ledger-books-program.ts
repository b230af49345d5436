import type { Command } from 'commander';
import {
  runCloseMonth,
  runCloseYear,
  runLedgerBalances,
  runLedgerBooks,
  runLedgerPost,
  type PostOptions,
  runOpenBooks,
} from '#cli/ledger-books';
import { runOpening, type OpeningOptions } from '#cli/ledger-opening';
import { runPlacesImport } from '#cli/places';
import { inputOption, ofBooks, readYear, type BooksOptions } from '#cli/options';
import type { RunCommand } from '#cli/services';

/** The pack of every place: its templates are those of the whole country. */
const DEFAULT_PACK = 'national';

/** Commands on the register and the books, for who controls the machine; people with accounts use the API. */
export function addBooksCommands(program: Command, run: RunCommand): void {
  program
    .command('places')
    .description('地区与统筹区登记簿 — the register of places and pools')
    .command('import')
    .argument('<file>', 'CSV 文件 — CSV file')
    .description('导入整个登记簿（CSV） — take in a whole register')
    .action((file: string) => run((services) => runPlacesImport(services, file)));
  const ledger = program.command('ledger').description('账套与记账 — books and postings');
  ledger
    .command('books')
    .description('列出账套 — list the books')
    .action(() => run(runLedgerBooks));
  ofBooks(ledger.command('open'))
    .description('建账 — open the books of a pool for an insurance type')
    .requiredOption('--first-month <month>', '起始月份，如 2026-01 — first month, such as 2026-01')
    .option('--pack <id>', '政策包 — policy pack', DEFAULT_PACK)
    .action((options: BooksOptions & { readonly firstMonth: string; readonly pack: string }) =>
      run((services) => runOpenBooks(services, options)),
    );
  ledger
    .command('post')
    .description('逐行记账，NDJSON 输入输出 — post events, a line in and a line out')
    .addOption(inputOption())
    .option('--pack <id>', '政策包 — policy pack', DEFAULT_PACK)
    .option(
      '--taken-over-from <system>',
      '接管旧系统已办款项，写明来源 — take over what an older system paid, naming it',
    )
    .action((options: PostOptions) => run((services) => runLedgerPost(services, options)));
  ofBooks(ledger.command('balances'))
    .description('列出各月各科目发生额 — list the turnover by month and account')
    .action((options: BooksOptions) => run((services) => runLedgerBalances(services, options)));
  ofBooks(ledger.command('close-month').argument('<month>', '月份，如 2026-03 — month, such as 2026-03'))
    .description('结账 — close a month, in order and for good')
    .option('--unswept-reason <text>', '收入户或国库未划转的原因 — why it is closed though not swept')
    .action((month: string, options: BooksOptions & { readonly unsweptReason?: string }) =>
      run((services) => runCloseMonth(services, month, options)),
    );
  ofBooks(ledger.command('close-year'))
    .description('年终结转收入、支出 — close income and expenditure of a year')
    .requiredOption('--year <year>', '年度 — year', readYear)
    .option('--pack <id>', '政策包 — policy pack', DEFAULT_PACK)
    .action((options: BooksOptions & { readonly year: string; readonly pack: string }) =>
      run((services) => runCloseYear(services, options.year, options)),
    );
  addOpeningCommand(ledger, run);
}

function addOpeningCommand(ledger: Command, run: RunCommand): void {
  ledger
    .command('opening')
    .argument('<file>', 'CSV 文件 — CSV file')
    .description('导入期初余额，待另一人批准 — take in opening balances, for another person to approve')
    .requiredOption('--place <path>', '所属地区 — place that the pools lie in')
    .requiredOption('--effective-on <day>', '余额所属日期 — day of the balances')
    .requiredOption('--rows <count>', '原系统的行数 — rows that the older system counted')
    .requiredOption(
      '--totals <totals>',
      '原系统的控制合计 — control totals: opening_balance=1000.00,opening_claim=20.00',
    )
    .requiredOption('--reason <text>', '事由或文号 — reason or number of the document')
    .option('--pack <id>', '政策包 — policy pack', DEFAULT_PACK)
    .action((file: string, options: OpeningOptions) =>
      run((services) => runOpening(services, file, options)),
    );
}

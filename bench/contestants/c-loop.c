/*
 * The same rule as hand-loop.ts, over the same rows in the form that suits C: fen in 32 bits, sums and products
 * in 64. Takes a file of figures and columns, and either how long to run (it prints rows and seconds) or where
 * to write the results of one pass.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { FIRST_PAY_SHARE, MINOR_AGE, MINOR_SHARE, AIDED_SHARE, SECOND_FROM, THIRD_FROM, FOURTH_FROM, CAP,
       LARGE_FROM, LARGE_RATE, LARGE_CAP, SCALARS };
enum { DEDUCTIBLES = 9, RATES = 108, MILLION = 1000000, MOST_FEN = 1000000000, REFUSED = -1 };

static int64_t place[SCALARS], deductible[DEDUCTIBLES], rates[RATES];
static int64_t length;
static uint8_t *starts, *level, *number, *kind, *path, *aided;
static int32_t *cost, *self_paid, *above_limit, *first_pay_base, *born_on, *admitted_on;
static int32_t *fund_paid, *large_paid, *person_paid;

static inline int64_t least(int64_t a, int64_t b) { return a < b ? a : b; }
static inline int64_t most(int64_t a, int64_t b) { return a > b ? a : b; }
static inline int64_t share(int64_t amount, int64_t millionths) {
  return (amount * millionths + MILLION / 2) / MILLION;
}

/* amount × part ÷ whole, half up. */
static inline int64_t part_of(int64_t amount, int64_t part, int64_t whole) {
  return (int64_t)((2 * (__int128)amount * part + whole) / (2 * (__int128)whole));
}

/* A day since 1970-01-01 as the number 20250131. */
static int calendar_day(int days) {
  int from_march = days + 719468;
  int era = (from_march >= 0 ? from_march : from_march - 146096) / 146097;
  int of_era = from_march - era * 146097;
  int year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  int of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int month_from_march = (5 * of_year + 2) / 153;
  int day = of_year - (153 * month_from_march + 2) / 5 + 1;
  int month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  return (era * 400 + year_of_era + (month <= 2)) * 10000 + month * 100 + day;
}

static inline int is_minor(int born, int admitted) {
  int days = admitted - born, age = (int)place[MINOR_AGE];
  if (days < age * 365) return 1;
  if (days >= age * 366) return 0;
  return (calendar_day(admitted) - calendar_day(born)) / 10000 < age;
}

static inline int64_t owed(int64_t from, int64_t to, const int64_t *rate, int bands) {
  int64_t second = place[SECOND_FROM], third = place[THIRD_FROM], fourth = place[FOURTH_FROM], sum = 0;
  if (from < second) sum = (least(to, second) - from) * rate[0];
  if (bands > 1 && to > second) {
    if (from < third) sum += (least(to, third) - most(from, second)) * rate[1];
    if (bands > 2 && to > third) {
      if (from < fourth) sum += (least(to, fourth) - most(from, third)) * rate[2];
      if (bands > 3 && to > fourth) sum += (to - most(from, fourth)) * rate[3];
    }
  }
  return (sum + MILLION / 2) / MILLION;
}

static int64_t cut_cost(int64_t from, int64_t to, const int64_t *rate, int64_t payable, int64_t room) {
  int64_t begin = from, paid_before = 0;
  for (int band = 0; band < 3; band++) {
    int64_t up_to = least(most(place[SECOND_FROM + band], from), to);
    int64_t paid = owed(from, to, rate, band + 1);
    if (paid > room) return to - up_to + part_of(up_to - begin, paid - room, paid - paid_before);
    begin = up_to;
    paid_before = paid;
  }
  return part_of(to - begin, payable - room, payable - paid_before);
}

static void price(void) {
  int64_t in_bands_so_far = 0, payable_so_far = 0, cut_so_far = 0, large_so_far = 0;
  int is_lost = 0;
  for (int64_t i = 0; i < length; i++) {
    if (starts[i]) in_bands_so_far = payable_so_far = cut_so_far = large_so_far = is_lost = 0;
    int64_t total = cost[i], self = self_paid[i], above = above_limit[i], base = first_pay_base[i];
    int64_t eligible = total - self - above;
    int is_sound = total <= MOST_FEN && self >= 0 && above >= 0 && base >= 0 && base <= eligible &&
                   born_on[i] <= admitted_on[i];
    if (!is_sound || is_lost) {
      is_lost = 1;
      fund_paid[i] = large_paid[i] = person_paid[i] = REFUSED;
      continue;
    }
    int64_t in_scope = eligible - share(base, place[FIRST_PAY_SHARE]);
    int64_t borne = deductible[level[i] * 3 + number[i]];
    if (is_minor(born_on[i], admitted_on[i])) borne = share(borne, place[MINOR_SHARE]);
    else if (aided[i]) borne = share(borne, place[AIDED_SHARE]);
    int64_t in_bands = most(in_scope - borne, 0);
    const int64_t *rate = rates + ((level[i] * 3 + kind[i]) * 3 + path[i]) * 4;
    int64_t to = in_bands_so_far + in_bands;
    int64_t payable = owed(in_bands_so_far, to, rate, 4);
    int64_t room = most(place[CAP] - payable_so_far, 0), paid = payable, large = 0;
    if (payable > room) {
      paid = room;
      int64_t cut = cut_cost(in_bands_so_far, to, rate, payable, room);
      int64_t from = most(cut_so_far, place[LARGE_FROM]);
      cut_so_far += cut;
      int64_t large_payable = cut_so_far > from ? share(cut_so_far - from, place[LARGE_RATE]) : 0;
      large = least(large_payable, most(place[LARGE_CAP] - large_so_far, 0));
      large_so_far += large_payable;
    }
    in_bands_so_far = to;
    payable_so_far += payable;
    fund_paid[i] = (int32_t)paid;
    large_paid[i] = (int32_t)large;
    person_paid[i] = (int32_t)(total - paid - large);
  }
}

static void *read_all(FILE *file, size_t bytes) {
  void *memory = malloc(bytes);
  if (memory == NULL || fread(memory, 1, bytes, file) != bytes) exit(3);
  return memory;
}

static double seconds_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void load(const char *path_of_rows) {
  FILE *file = fopen(path_of_rows, "rb");
  if (file == NULL || fread(&length, 8, 1, file) != 1) exit(3);
  memcpy(place, read_all(file, sizeof place), sizeof place);
  memcpy(deductible, read_all(file, sizeof deductible), sizeof deductible);
  memcpy(rates, read_all(file, sizeof rates), sizeof rates);
  size_t rows = (size_t)length;
  starts = read_all(file, rows);
  int32_t **money[] = { &cost, &self_paid, &above_limit, &first_pay_base };
  for (int at = 0; at < 4; at++) *money[at] = read_all(file, rows * 4);
  uint8_t **choices[] = { &level, &number, &kind, &path, &aided };
  for (int at = 0; at < 5; at++) *choices[at] = read_all(file, rows);
  born_on = read_all(file, rows * 4);
  admitted_on = read_all(file, rows * 4);
  fclose(file);
  fund_paid = malloc(rows * 4);
  large_paid = malloc(rows * 4);
  person_paid = malloc(rows * 4);
  if (fund_paid == NULL || large_paid == NULL || person_paid == NULL) exit(3);
}

int main(int count, char **arguments) {
  if (count != 4) return 2;
  load(arguments[2]);
  price();
  if (strcmp(arguments[1], "results") == 0) {
    FILE *file = fopen(arguments[3], "wb");
    if (file == NULL) return 3;
    fwrite(fund_paid, 4, (size_t)length, file);
    fwrite(large_paid, 4, (size_t)length, file);
    fwrite(person_paid, 4, (size_t)length, file);
    return fclose(file) == 0 ? 0 : 3;
  }
  double wanted = atof(arguments[3]), begun = seconds_now(), taken;
  int64_t rows = 0, checksum = 0;
  do {
    price();
    rows += length;
    checksum += fund_paid[rows % length] + person_paid[length - 1];
    taken = seconds_now() - begun;
  } while (taken < wanted);
  printf("%lld %.9f %lld\n", (long long)rows, taken, (long long)checksum);
  return 0;
}

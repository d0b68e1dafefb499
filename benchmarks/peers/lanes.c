/* The same, written by hand for the processor: thirty-two runs at a time lie in its nearest memory
   for all 25 years, and every loop over them becomes vector instructions. As fast as it gets.
   The tables and the constants at the top are written by compiled.py. */

#define WIDTH 32
#define EACH for (int k = 0; k < WIDTH; k++)

static inline double least(double a, double b) { return a < b ? a : b; }
static inline double most(double a, double b) { return a > b ? a : b; }

typedef double lanes_of[WIDTH];

static inline void a_year(lanes_of (*restrict population)[AGES], double *restrict staff,
                          double *restrict reputation, const double *restrict pull) {
  lanes_of need, working, births, attraction;
  EACH need[k] = working[k] = births[k] = 0.0;
  for (int age = 0; age < AGES; age++) {
    EACH need[k] += _use[age] * (population[0][age][k] + population[1][age][k]);
  }
  for (int age = WORK_FROM; age < WORK_TO; age++) {
    EACH working[k] += population[0][age][k] + population[1][age][k];
  }
  for (int age = MOTHERS_FROM; age < MOTHERS_TO; age++) {
    EACH births[k] += _fertility[age] * population[0][age][k];
  }
  EACH {
    double load = need[k] / staff[k], over = load - 1.0;
    double sick = least(MOST_SICK, most(LEAST_SICK, SICK + SICK_BY_LOAD * over));
    double stayers = staff[k] - staff[k] * least(MOST_QUIT, most(0.0, QUIT + QUIT_BY_LOAD * over));
    double applicants = APPLICANTS * working[k] * reputation[k];
    attraction[k] =
        most(0.0, 1.0 + pull[k] * (reputation[k] - 1.0) - TIRED * (sick - SICK));
    staff[k] = stayers + least(most(0.0, need[k] - stayers), applicants);
    reputation[k] += REPUTATION_SPEED * ((1.0 - sick) / load / START_COVER - reputation[k]);
  }
  for (int sex = 0; sex < SEXES; sex++) {
    lanes_of *now = population[sex];
    const double *stay = _stay[sex], *moving_in = _moving_in[sex];
    EACH now[AGES - 1][k] = now[AGES - 1][k] * stay[AGES - 1] + now[AGES - 2][k] * stay[AGES - 2];
    for (int age = AGES - 2; age > MOVING_AGES; age--) {
      EACH now[age][k] = now[age - 1][k] * stay[age - 1];
    }
    for (int age = MOVING_AGES; age > 0; age--) {
      EACH now[age][k] = now[age - 1][k] * stay[age - 1] + moving_in[age - 1] * attraction[k];
    }
    EACH now[0][k] = births[k] * _by_sex[sex];
  }
}

/* `lanes` runs, a multiple of WIDTH; three rows of results. */
void run_many(long lanes, const double *pull, double *results) {
  for (long first = 0; first < lanes; first += WIDTH) {
    lanes_of population[SEXES][AGES], staff, reputation;
    for (int sex = 0; sex < SEXES; sex++) {
      for (int age = 0; age < AGES; age++) {
        EACH population[sex][age][k] = _start[sex][age];
      }
    }
    EACH staff[k] = START_STAFF;
    EACH reputation[k] = START_REPUTATION;
    for (int year = 0; year < YEARS; year++) {
      a_year(population, staff, reputation, pull + first);
    }
    lanes_of sum;
    EACH sum[k] = 0.0;
    for (int sex = 0; sex < SEXES; sex++) {
      for (int age = 0; age < AGES; age++) {
        EACH sum[k] += population[sex][age][k];
      }
    }
    EACH results[first + k] = sum[k];
    EACH results[lanes + first + k] = staff[k];
    EACH results[2 * lanes + first + k] = reputation[k];
  }
}

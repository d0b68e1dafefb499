/* The same, in the manner of C made from a Vensim model: one array a variable, one function for
   the auxiliaries and one for the levels, a loop a subscript, one run at a time.
   The tables and the constants at the top are written by compiled.py. */

static double _people[AGES];
static double _need, _births, _load, _sick, _quits, _applicants, _hires, _attraction, _pull;
static double _remaining[SEXES][AGES];
static double _growing_older[SEXES][AGES];
static double _population[SEXES][AGES];
static double _staff, _reputation;

static double _MIN(double a, double b) { return a < b ? a : b; }
static double _MAX(double a, double b) { return a > b ? a : b; }

static void initLevels(void) {
  for (int i = 0; i < SEXES; i++) {
    for (int j = 0; j < AGES; j++) {
      _population[i][j] = _start[i][j];
    }
  }
  _staff = START_STAFF;
  _reputation = START_REPUTATION;
}

static void evalAux(void) {
  for (int j = 0; j < AGES; j++) {
    _people[j] = _population[0][j] + _population[1][j];
  }
  double sum = 0.0;
  for (int j = 0; j < AGES; j++) {
    sum += _use[j] * _people[j];
  }
  _need = sum;
  sum = 0.0;
  for (int j = 0; j < AGES; j++) {
    sum += _fertility[j] * _population[0][j];
  }
  _births = sum;
  _load = _need / _staff;
  _sick = _MIN(MOST_SICK, _MAX(LEAST_SICK, SICK + SICK_BY_LOAD * (_load - 1.0)));
  _quits = _staff * _MIN(MOST_QUIT, _MAX(0.0, QUIT + QUIT_BY_LOAD * (_load - 1.0)));
  sum = 0.0;
  for (int j = WORK_FROM; j < WORK_TO; j++) {
    sum += _people[j];
  }
  _applicants = APPLICANTS * sum * _reputation;
  _hires = _MIN(_MAX(0.0, _need - _staff + _quits), _applicants);
  _attraction = _MAX(0.0, 1.0 + _pull * (_reputation - 1.0) - TIRED * (_sick - SICK));
  for (int i = 0; i < SEXES; i++) {
    for (int j = 0; j < AGES; j++) {
      _remaining[i][j] = _population[i][j] * _stay[i][j] + _moving_in[i][j] * _attraction;
    }
  }
  for (int i = 0; i < SEXES; i++) {
    _growing_older[i][0] = _births * _by_sex[i];
  }
  for (int i = 0; i < SEXES; i++) {
    for (int j = 1; j < AGES; j++) {
      _growing_older[i][j] = _remaining[i][j - 1];
    }
  }
  for (int i = 0; i < SEXES; i++) {
    _growing_older[i][AGES - 1] += _remaining[i][AGES - 1];
  }
}

static void evalLevels(void) {
  for (int i = 0; i < SEXES; i++) {
    for (int j = 0; j < AGES; j++) {
      _population[i][j] = _population[i][j] + (_growing_older[i][j] - _population[i][j]) * 1.0;
    }
  }
  _staff = _staff + (_hires - _quits) * 1.0;
  _reputation = _reputation
      + REPUTATION_SPEED * ((1.0 - _sick) / _load / START_COVER - _reputation) * 1.0;
}

/* `lanes` runs, one after another; three rows of results. */
void run_one_by_one(long lanes, const double *pull, double *results) {
  for (long lane = 0; lane < lanes; lane++) {
    _pull = pull[lane];
    initLevels();
    for (int year = 0; year < YEARS; year++) {
      evalAux();
      evalLevels();
    }
    double sum = 0.0;
    for (int i = 0; i < SEXES; i++) {
      for (int j = 0; j < AGES; j++) {
        sum += _population[i][j];
      }
    }
    results[lane] = sum;
    results[lanes + lane] = _staff;
    results[2 * lanes + lane] = _reputation;
  }
}

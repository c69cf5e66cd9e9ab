def run(rho, sigma, steps, dt=0.01, beta=8 / 3):
    def slope(x, y, z):
        return sigma * (y - x), x * (rho - z) - y, x * y - beta * z

    x, y, z = 1.0, 1.0, 1.0
    course = []
    for _ in range(steps):
        a, b, c = slope(x, y, z)
        a, b, c = slope(x + dt / 2 * a, y + dt / 2 * b, z + dt / 2 * c)
        x, y, z = x + dt * a, y + dt * b, z + dt * c
        course.append(z)
    return {"x": x, "z": course}
